/** Who hears nothing for so long is told so. */
const patienceMs = 30_000;

/**
 * Notices that a question waits too long for its answer, however often it is asked again meanwhile: a board that refreshes more often
 * would show for ever that it is loading.
 */
export class Patience {
  #since: { question: unknown; at: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A question was asked, perhaps again. */
  ask(question: unknown, onTooLong: (error: Error) => void): void {
    const now = Date.now();
    if (!this.#since || this.#since.question !== question) {
      this.#since = { question, at: now };
    }
    const { at } = this.#since;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#since = undefined;
      onTooLong(
        new Error(`No answer came within ${patienceMs / 1000} seconds`),
      );
    }, at + patienceMs - now);
  }

  /** Its answer is there. */
  answered(): void {
    this.leave();
    this.#since = undefined;
  }

  /** Nobody waits for this answer any more, but perhaps for the next one to the same question. */
  leave(): void {
    clearTimeout(this.#timer);
  }
}
