/** What the share page says to the window that opened it, once it can take a page. */
export const SHARE_READY = "onrecord-share-ready";

/**
 * The bookmark that sends the page in front of somebody to their Onrecord: its address at once, and the
 * page as it stands when the window there says that it is ready. It is given to nobody but `publicUrl`'s
 * own origin. It holds no secret: whoever is signed in there decides what happens, and in which project.
 */
export function bookmarkletCode(publicUrl: string): string {
  const target = JSON.stringify(`${publicUrl}/share`);
  const origin = JSON.stringify(new URL(publicUrl).origin);
  const code = [
    "(function(){",
    `var o=${origin},`,
    `u=${target}+"?url="+encodeURIComponent(location.href)+"&title="+encodeURIComponent(document.title.slice(0,300)),`,
    "w;",
    "addEventListener('message',function(e){",
    `if(!w||e.source!==w||e.origin!==o||e.data!=="${SHARE_READY}")return;`,
    "w.postMessage({url:location.href,title:document.title.slice(0,300),html:document.documentElement.outerHTML},o)",
    "});",
    'w=window.open(u,"onrecord-share","width=640,height=720");',
    "if(w)w.focus();else location.href=u",
    "})()",
  ].join("");
  return `javascript:${encodeURI(code)}`;
}
