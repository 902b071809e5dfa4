/** A file that a page handed to the browser. */
export type Download = { name: string; type: string; text: string };

/**
 * Catches the files that a page hands to the browser, which a test environment can't save. Call `restore` at the end.
 */
export function recordDownloads() {
  const files: Blob[] = [];
  const names: string[] = [];
  const { createObjectURL, revokeObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (file: Blob) => {
    files.push(file);
    return 'blob:file';
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function record(this: HTMLAnchorElement) {
    names.push(this.download);
  };
  return {
    read: (): Promise<Download[]> =>
      Promise.all(
        files.map(async (file, index) => ({
          name: names[index],
          type: file.type,
          text: await file.text(),
        })),
      ),
    restore: () => {
      Object.assign(URL, { createObjectURL, revokeObjectURL });
      HTMLAnchorElement.prototype.click = click;
    },
  };
}
