import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { describe, expect, it } from "vitest";
import type { Extracted } from "./extracted.ts";
import { judgeMail } from "./mail-type.ts";
import { readFile } from "./read-file.ts";
import { told, whatIsWrong } from "./testing/blocks.ts";

const DENIAL =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm to foreign ships.";
const WATCHED =
  "“Ships of four countries lay at anchor outside”, Ilse Maren wrote, “and the harbour office would not say for how long.”";

type Mail = ConstructorParameters<typeof MailComposer>[0];

function compose(mail: Mail): Promise<Buffer> {
  return new MailComposer({
    from: "Ilse Märén <ilse@courier.example>",
    to: "desk@onrecord.example",
    date: new Date("2031-05-04T08:15:00Z"),
    messageId: "<1@courier.example>",
    ...mail,
  })
    .compile()
    .build();
}

async function read(bytes: Uint8Array | string, name = "mail.eml"): Promise<Extracted> {
  const extracted = await readFile({ bytes: Buffer.from(bytes), name });
  expect(whatIsWrong(extracted)).toEqual([]);
  return extracted;
}

async function refused(bytes: Uint8Array | string, name?: string): Promise<string> {
  return readFile({ bytes: Buffer.from(bytes), name }).then(
    () => "read",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
}

describe("a message", () => {
  it("becomes its subject, its words and the names of what is attached", async () => {
    const extracted = await read(
      await compose({
        subject: "Port of Ilm – what the ministry says",
        text: "left aside",
        html: `<html><head><title>x</title><style>p{}</style></head><body><p>${DENIAL}</p><p>${WATCHED}</p></body></html>`,
        attachments: [{ filename: "counts.csv", content: "a,b" }],
      }),
    );
    expect(told(extracted)).toEqual([
      "title: Port of Ilm – what the ministry says",
      DENIAL,
      WATCHED,
      "navigation: Attached: counts.csv",
    ]);
    expect(extracted).toMatchObject({
      mediaType: "message/rfc822",
      title: "Port of Ilm – what the ministry says",
      byline: "Ilse Märén",
      published: "2031-05-04T08:15:00.000Z",
      extractor: "onrecord-eml",
      from: { title: "file", byline: "file", published: "file" },
    });
  });

  it("of plain text keeps its paragraphs, and joins lines that its program broke", async () => {
    const wrapped = DENIAL.replace(/(.{55,72}) /g, "$1\n");
    const extracted = await read(
      await compose({ subject: "Port", text: `${wrapped}\n\nOne\nTwo\n\n> ${WATCHED}` }),
      "odd.txt",
    );
    expect(told(extracted)).toEqual(["title: Port", DENIAL, "One\nTwo", `quotation: ${WATCHED}`]);
  });

  it("without words of its own, or locked, is refused with a sentence", async () => {
    const picture = { filename: "scan.png", content: Buffer.from([1, 2, 3]) };
    expect(await refused(await compose({ subject: "Scan", attachments: [picture] }))).toMatch(
      /^There is no text in this message itself/,
    );
    const locked =
      'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary="x"\n\n--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x--\n';
    expect(await refused(locked)).toMatch(/^This message is encrypted/);
  });

  it("is not seen in a text that only begins like one, and a mailbox is refused", async () => {
    const essay = await readFile({
      bytes: Buffer.from(`Subject: the port\nDate: today\n\n${DENIAL}`),
      name: "essay.txt",
    });
    expect(essay.mediaType).toBe("text/plain");
    const one = (await compose({ subject: "A", text: DENIAL })).toString();
    const mailbox = [one, one]
      .map((mail) => `From ilse@courier.example Mon May  4 08:15:00 2031\n${mail}\n\n`)
      .join("");
    expect(await refused(mailbox, "all.mbox")).toMatch(/^This is a mailbox/);
    const begun = performance.now();
    judgeMail(Buffer.from(`From x\nReceived: a\nFrom: b\n\nFrom ${"a".repeat(65_000)}`));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Port stays open - Courier</title></head><body><h1>Port stays open</h1><article><p>${DENIAL}</p><p>${WATCHED}</p></article><iframe src="cid:frame-1"></iframe></body></html>`;

function mhtml(page: string, encoding: "quoted-printable" | "base64" | "8bit"): Buffer {
  const bytes = Buffer.from(page, "utf8");
  const body =
    encoding === "base64"
      ? bytes.toString("base64").replace(/.{76}/g, "$&\r\n")
      : encoding === "8bit"
        ? bytes.toString("latin1")
        : [...bytes]
            .map((byte) =>
              byte > 126 || byte === 61 || byte < 32
                ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
                : String.fromCharCode(byte),
            )
            .join("")
            .replace(/((?:=[0-9A-F]{2}|[^=]){60})/g, "$1=\r\n");
  return Buffer.from(
    [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://courier.example/2031/port",
      "Subject: Port stays open - Courier",
      "Date: Sun, 4 May 2031 08:15:00 -0000",
      "MIME-Version: 1.0",
      "Content-Type: multipart/related;",
      '\ttype="text/html";',
      '\tboundary="----MultipartBoundary--1----"',
      "",
      "",
      "------MultipartBoundary--1----",
      "Content-Type: text/html; charset=utf-8",
      "Content-ID: <frame-1@mhtml.blink>",
      "Content-Transfer-Encoding: 8bit",
      "Content-Location: https://ads.example/frame",
      "",
      "<p>Buy a boat today, and pay when the harbour opens, whenever that is.</p>",
      "------MultipartBoundary--1----",
      "Content-Type: text/html; charset=utf-8",
      "Content-ID: <frame-0@mhtml.blink>",
      `Content-Transfer-Encoding: ${encoding}`,
      "Content-Location: https://courier.example/2031/port",
      "",
      body,
      "------MultipartBoundary--1----",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "Content-Location: https://courier.example/a.png",
      "",
      "iVBORw0KGgo=",
      "------MultipartBoundary--1------",
      "",
    ].join("\r\n"),
    "latin1",
  );
}

describe("a page saved with all its parts", () => {
  it.each(["quoted-printable", "base64", "8bit"] as const)(
    "becomes the page alone, with its address and its day (%s)",
    async (encoding) => {
      const extracted = await read(mhtml(PAGE, encoding), "port.mhtml");
      expect(told(extracted)).toEqual(["title: Port stays open", DENIAL, WATCHED]);
      expect(extracted).toMatchObject({
        mediaType: "multipart/related",
        url: "https://courier.example/2031/port",
        extractor: "onrecord-mhtml",
        from: { url: "file", retrieved: "file" },
      });
      expect(extracted.retrieved).toMatch(/^2031-05-04/);
    },
  );

  it("without a page in it is refused with a sentence", async () => {
    const bare = mhtml(PAGE, "8bit").toString("latin1").replaceAll("text/html", "image/png");
    expect(await refused(Buffer.from(bare, "latin1"), "port.mht")).toMatch(/^There is no page/);
  });
});
