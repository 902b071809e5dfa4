/**
 * Calls something some time after the last of several imports: a history of three clouds comes in forty files, and what follows from
 * them is looked for once.
 */
export class AfterImports {
  readonly #call: () => void;
  readonly #quiet: number;
  #timer?: NodeJS.Timeout;

  private constructor(options: { call: () => void; quiet: number }) {
    this.#call = options.call;
    this.#quiet = options.quiet;
  }

  /** @param options - `quiet`: milliseconds without another import */
  static create(options: { call: () => void; quiet: number }): AfterImports {
    return new AfterImports(options);
  }

  readonly note = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#call, this.#quiet);
    this.#timer.unref();
  };
}
