import type {
  AnalyticsEvent,
  AnalyticsImplementation,
} from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  maxUsageEvents,
  normaliseSearchTerm,
  type DocsCoverageApi,
  type UsageEvents,
} from '@portal/plugin-docs-coverage-common';
import { docsReadOf } from './docsReadOf';

/** How long events are held, in milliseconds, so that many are told at once. */
const holdTime = 10_000;

/**
 * Tells the backend which documentation is opened and which searches find nothing, out of all that analytics sees; the rest is left
 * alone.
 *
 * @remarks
 *
 * It is nobody's task in the portal, so it never disturbs: what cannot be told is forgotten, and so is what comes while 100 events
 * are held. The counts are lower bounds.
 */
export class UsageForwarder implements AnalyticsImplementation {
  readonly #api: Pick<DocsCoverageApi, 'recordUsage'>;
  #held: UsageEvents = { reads: [], searches: [] };
  #isRefused = false;
  #pathname: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(api: Pick<DocsCoverageApi, 'recordUsage'>) {
    this.#api = api;
  }

  /** Also tells what it holds when the page is hidden or left; a browser may not come back to it. */
  static create(options: {
    api: Pick<DocsCoverageApi, 'recordUsage'>;
  }): UsageForwarder {
    const forwarder = new UsageForwarder(options.api);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        forwarder.#flush();
      }
    });
    window.addEventListener('pagehide', () => forwarder.#flush());
    return forwarder;
  }

  captureEvent(event: AnalyticsEvent): void {
    if (event.action === 'navigate') {
      this.#onNavigate(event.subject);
    } else if (event.action === 'search') {
      this.#onSearch(event);
    }
  }

  #onNavigate(path: string): void {
    // A jump to a heading stays on the page, and so does what adds a slash.
    const pathname = path.split(/[?#]/, 1)[0].replace(/\/$/, '');
    if (pathname !== this.#pathname) {
      this.#pathname = pathname;
      const entityRef = docsReadOf(pathname);
      if (entityRef && this.#hasRoom()) {
        this.#held.reads.push({ entityRef });
        this.#wait();
      }
    }
  }

  #onSearch({ subject, value }: AnalyticsEvent): void {
    const term = normaliseSearchTerm(subject);
    // Where results are filtered one by one for the user, search does not say how many there are.
    if (term === undefined || value === undefined) {
      return;
    }
    const { searches } = this.#held;
    const found = value > 0;
    const last = searches[searches.length - 1];
    if (last?.term === term) {
      // The next page, or another type.
      last.found ||= found;
    } else if (last && term.startsWith(last.term)) {
      // Search asks while somebody types; what was typed last is what is looked for.
      searches[searches.length - 1] = { term, found };
    } else if (this.#hasRoom() && !last?.term.startsWith(term)) {
      // What is shorter than the last is on its way out.
      searches.push({ term, found });
      this.#wait();
    }
  }

  #hasRoom(): boolean {
    const { reads, searches } = this.#held;
    return !this.#isRefused && reads.length + searches.length < maxUsageEvents;
  }

  #wait(): void {
    this.#timer ??= setTimeout(() => this.#flush(), holdTime);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { reads, searches } = this.#held;
    if (reads.length + searches.length > 0) {
      this.#held = { reads: [], searches: [] };
      this.#api.recordUsage({ reads, searches }).catch(error => {
        // Who may not be counted now may not in ten seconds either.
        this.#isRefused =
          error instanceof ResponseError && error.statusCode === 403;
      });
    }
  }
}
