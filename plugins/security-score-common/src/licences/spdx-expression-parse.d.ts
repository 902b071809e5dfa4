declare module 'spdx-expression-parse' {
  type Expression =
    | { license: string; plus?: true; exception?: string }
    | { left: Expression; conjunction: 'and' | 'or'; right: Expression };

  /** Throws where the text is no expression. */
  function parse(text: string): Expression;

  export = parse;
}
