/** A module and the stand-in for each of its exports. */
export interface Deferral {
  module: string;
  exports: Record<string, string>;
}

export declare const deferrals: Deferral[];
export declare const pureCalls: { modules: string[]; functions: string[] };
export declare const withoutSideEffects: string[];
