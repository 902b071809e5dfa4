/** When support of the cycles of a product ends. */
export type ProductDates = {
  /** As it is named in annotations. */
  id: string;
  title: string;
  /** Where the makers say it. */
  source: string;
  /** `YYYY-MM-DD` by cycle; the first day without support by the makers. */
  cycles: Record<string, string>;
};

/** When the dates were last compared with their sources. */
export const datesOf = '2026-11-28';

/**
 * Ends of support of common runtimes. The dates are those that the makers publish; https://endoflife.date collects them.
 */
export const endOfLifeDates: readonly ProductDates[] = [
  {
    id: 'nodejs',
    title: 'Node.js',
    source: 'https://nodejs.org/en/about/previous-releases',
    cycles: {
      14: '2023-04-30',
      16: '2023-09-11',
      18: '2025-04-30',
      20: '2026-04-30',
      22: '2027-04-30',
      24: '2028-04-30',
    },
  },
  {
    id: 'java',
    title: 'Java (Eclipse Temurin)',
    source: 'https://adoptium.net/support/',
    cycles: {
      8: '2026-11-30',
      11: '2027-10-31',
      17: '2027-10-31',
      21: '2029-12-31',
    },
  },
  {
    id: 'spring-boot',
    title: 'Spring Boot',
    source: 'https://spring.io/projects/spring-boot#support',
    cycles: {
      2.7: '2023-06-30',
      '3.0': '2023-12-31',
      3.1: '2024-06-30',
      3.2: '2024-12-31',
      3.3: '2025-06-30',
      3.4: '2025-12-31',
      3.5: '2026-06-30',
      '4.0': '2026-12-31',
    },
  },
  {
    id: 'python',
    title: 'Python',
    source: 'https://devguide.python.org/versions/',
    cycles: {
      3.8: '2024-10-07',
      3.9: '2025-10-31',
      '3.10': '2026-10-31',
      3.11: '2027-10-31',
      3.12: '2028-10-31',
      3.13: '2029-10-31',
    },
  },
  {
    id: 'dotnet',
    title: '.NET',
    source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
    cycles: {
      6: '2024-11-12',
      7: '2024-05-14',
      8: '2026-11-10',
      9: '2026-11-10',
      10: '2028-11-14',
    },
  },
  {
    id: 'postgresql',
    title: 'PostgreSQL',
    source: 'https://www.postgresql.org/support/versioning/',
    cycles: {
      11: '2023-11-09',
      12: '2024-11-14',
      13: '2025-11-13',
      14: '2026-11-12',
      15: '2027-11-11',
      16: '2028-11-09',
    },
  },
];
