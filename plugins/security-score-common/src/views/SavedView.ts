/** A filter under a name, of one person. @public */
export type SavedView = {
  id: string;
  name: string;
  /** The query string of the findings page, without `?`. */
  query: string;
};
