/** Hands a text to the browser as a file. */
export function downloadText(options: {
  name: string;
  type: string;
  text: string;
}): void {
  const url = URL.createObjectURL(
    new Blob([options.text], { type: options.type }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = options.name;
  link.click();
  URL.revokeObjectURL(url);
}
