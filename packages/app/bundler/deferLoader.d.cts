interface LoaderContext {
  resourcePath: string;
  getOptions(): {
    module: string;
    exports: Record<string, string>;
    standInModule: string;
  };
}

declare function deferLoader(this: LoaderContext): string;
declare namespace deferLoader {
  const replaced: Set<string>;
}
export = deferLoader;
