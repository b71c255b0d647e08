/**
 * The bookmark that sends the page in front of somebody to their Onrecord. It holds no secret: whoever
 * is signed in there decides what happens, and in which project.
 */
export function bookmarkletCode(publicUrl: string): string {
  const target = JSON.stringify(`${publicUrl}/share`);
  const code = `(function(){var u=${target}+"?url="+encodeURIComponent(location.href)+"&title="+encodeURIComponent(document.title.slice(0,300));if(!window.open(u,"_blank","width=640,height=640"))location.href=u})()`;
  return `javascript:${encodeURI(code)}`;
}
