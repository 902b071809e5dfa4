declare module 'pdfmake' {
  type Content = unknown;
  const pdfmake: {
    setFonts(fonts: object): void;
    setUrlAccessPolicy(policy: (url: string) => boolean): void;
    setLocalAccessPolicy(policy: (path: string) => boolean): void;
    createPdf(definition: { content: Content[]; [key: string]: unknown }): {
      getBuffer(): Promise<Buffer>;
    };
  };
  export default pdfmake;
}

declare module 'pdfmake/fonts/Roboto' {
  const fonts: { Roboto: Record<string, string> };
  export default fonts;
}
