import { VisuallyHidden } from '@backstage/ui';
import type { HealthDay } from '@portal/plugin-service-health-common';
import { formatDay, formatDuration } from '@portal/plugin-metrics-react';
import styles from './HealthTab.module.css';

type Tone = 'down' | 'degraded' | 'maintenance' | 'up' | 'unknown';

/** One mark a day, coloured by the worst of the day, with its values in words. */
export function DayStrip(props: { days: readonly HealthDay[]; label: string }) {
  const { days, label } = props;
  return (
    <ol className={styles.strip} aria-label={label}>
      {days.map(day => {
        const words = describeDay(day);
        return (
          <li
            key={day.day}
            className={`${styles.day} ${styles[toneOf(day)]}`}
            title={words}
          >
            <VisuallyHidden>{words}</VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}

function toneOf(day: HealthDay): Tone {
  const tones = ['down', 'degraded', 'maintenance', 'up'] as const;
  return tones.find(tone => day[tone] > 0) ?? 'unknown';
}

function describeDay(day: HealthDay): string {
  const parts = (
    [
      ['up', 'up'],
      ['degraded', 'degraded'],
      ['down', 'down'],
      ['maintenance', 'under maintenance'],
      ['unknown', 'unknown'],
    ] as const
  )
    .filter(([state]) => day[state] > 0)
    .map(([state, words]) => `${formatDuration(day[state] / 3600)} ${words}`);
  return `${formatDay(day.day)}: ${parts.join(', ') || 'nothing yet'}`;
}
