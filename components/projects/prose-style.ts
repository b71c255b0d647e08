/** How the guidelines look, read and written alike. */
export const PROSE_STYLE =
  "max-w-measure font-serif text-xl wrap-anywhere " +
  "[&_h1]:mt-10 [&_h1]:mb-3 [&_h1]:text-2xl [&_h1]:font-semibold " +
  "[&_h2]:mt-10 [&_h2]:mb-3 [&_h2]:scroll-mt-6 [&_h2]:text-2xl [&_h2]:font-semibold [&>:first-child]:mt-0! " +
  "[&_h3]:mt-7 [&_h3]:mb-2 [&_h3]:scroll-mt-6 [&_h3]:text-xl [&_h3]:font-semibold " +
  "[&_h4]:mt-5 [&_h4]:mb-1 [&_h4]:font-semibold [&_h5]:mt-5 [&_h5]:font-semibold [&_h6]:mt-5 [&_h6]:font-semibold " +
  "[&_p]:my-3 [&_ul]:my-3 [&_ul]:list-disc [&_ul]:pl-6 [&_ol]:my-3 [&_ol]:list-decimal [&_ol]:pl-6 " +
  "[&_li]:my-1.5 [&_li>p]:my-0 [&_li::marker]:text-muted " +
  "[&_blockquote]:my-4 [&_blockquote]:border-l-2 [&_blockquote]:border-line-strong [&_blockquote]:pl-4 [&_blockquote]:text-muted [&_blockquote_p]:my-1 " +
  "[&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2 " +
  "[&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-[0.85em] " +
  "[&_pre]:my-4 [&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-sunken [&_pre]:p-3 [&_pre_code]:p-0 " +
  "[&_hr]:my-8 [&_hr]:border-line";
