// What is packed into the page: base64 of gzip, which the browser unpacks without any request.

export async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text.trim()), sign => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
