import { buffer } from "node:stream/consumers";
import yazl from "yazl";

/** Parts of a packed file by their names; a string is UTF-8. */
export async function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  options: { stored?: readonly string[] } = {},
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    const compress = !(options.stored ?? []).includes(name);
    zip.addBuffer(Buffer.from(content as string), name, { compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** An OpenDocument text as a word processor packs it, around the content of its `office:text`. */
export async function odtOf(
  text: string,
  more: { styles?: string; meta?: string; manifest?: string } = {},
): Promise<Buffer> {
  const spaces =
    'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:style="s" xmlns:svg="v" xmlns:dc="c" xmlns:meta="m"';
  return zipOf(
    {
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${more.styles ?? ""}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
      "meta.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-meta ${spaces}><office:meta>${more.meta ?? ""}</office:meta></office:document-meta>`,
      "META-INF/manifest.xml": more.manifest ?? "<manifest/>",
    },
    { stored: ["mimetype"] },
  );
}

/** A PDF by hand: objects from number 1 on, the catalogue first. */
export function pdfOf(objects: readonly string[], trailer = ""): Buffer {
  let content = "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n";
  const places = objects.map((object, index) => {
    const place = content.length;
    content += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = content.length;
  content += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) content += `${String(place).padStart(10, "0")} 00000 n \n`;
  content += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(content, "latin1");
}

/** A PDF of as many pages as there are texts; a text's lines stand one below the other. */
export function pdfOfPages(pages: readonly string[]): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  pages.forEach((text, index) => {
    const lines = text
      .split("\n")
      .map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`)
      .join("\n");
    const stream = `BT /F1 11 Tf 14 TL 72 720 Td\n${lines}\nET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  });
  return pdfOf(objects);
}
