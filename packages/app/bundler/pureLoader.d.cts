interface LoaderContext {
  getOptions(): { functions: string[] };
}

declare function pureLoader(this: LoaderContext, source: string): string;
export = pureLoader;
