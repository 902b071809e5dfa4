import { useMemo } from 'react';
import {
  adviceTitles,
  confidenceTitles,
  type ReturnAnswer,
  type ServiceReturn,
} from '@portal/plugin-executive-common';
import { formatRatio, type DataColumn } from '@portal/plugin-metrics-react';
import { PlaneChart, type PlaneAxis } from '../parts/PlaneChart';
import { roiText, yearText } from './returnWords';

/** The columns of services, for the table and the file. */
export const returnColumns: readonly DataColumn<ServiceReturn>[] = [
  { id: 'service', title: 'Service', text: ({ title }) => title },
  { id: 'owner', title: 'Owner', text: ({ ownerRef }) => ownerRef ?? '' },
  {
    id: 'value',
    title: 'Value a year',
    text: ({ perYear }) => yearText(perYear),
    value: ({ perYear }) => perYear?.amount,
  },
  {
    id: 'cost',
    title: 'Cost a year',
    text: ({ cost }) => yearText(cost),
    value: ({ cost }) => cost?.amount,
  },
  {
    id: 'roi',
    title: 'Return',
    text: ({ roi }) => roiText(roi),
    value: ({ roi }) => roi,
  },
  {
    id: 'fitness',
    title: 'Fitness',
    text: ({ fitness }) => (fitness === undefined ? '–' : formatRatio(fitness)),
    value: ({ fitness }) => fitness,
  },
  {
    id: 'confidence',
    title: 'Confidence',
    text: ({ confidence }) => confidenceTitles[confidence],
  },
  {
    id: 'advice',
    title: 'The figures say',
    text: ({ advice }) => (advice ? adviceTitles[advice] : '–'),
  },
  {
    id: 'decision',
    title: 'Decided',
    text: ({ decision }) => (decision ? adviceTitles[decision.advice] : ''),
  },
];

/** Services between their shape and what they return. */
export function ReturnPlane(props: {
  answer: ReturnAnswer;
  onOpen: (entityRef: string) => void;
}) {
  const { answer, onOpen } = props;
  const { middle, services } = answer;
  const points = useMemo(
    () =>
      services.flatMap(service =>
        service.roi === undefined || service.fitness === undefined
          ? []
          : [
              {
                id: service.entityRef,
                title: service.title,
                x: service.fitness,
                y: service.roi,
                size: Number(service.cost?.amount ?? 0),
                hue: service.decision ? 2 : 0,
                lines: [
                  `return ${roiText(service.roi)}`,
                  `fitness ${formatRatio(service.fitness)}`,
                  service.advice ? adviceTitles[service.advice] : '',
                ],
              },
            ],
      ),
    [services],
  );
  const x = useMemo<PlaneAxis>(
    () => ({
      name: 'Fitness: pillars that meet their expectation',
      unit: 'ratio',
      cut: { at: middle.fitness, label: 'Fit' },
    }),
    [middle.fitness],
  );
  const y = useMemo<PlaneAxis>(
    () => ({
      name: 'Return',
      unit: 'ratio',
      cut: { at: middle.roi, label: 'Worth it' },
    }),
    [middle.roi],
  );
  return (
    <PlaneChart
      title={`${points.length} of ${services.length} services can be placed`}
      meaning="Each dot is a service; its area is what it costs a year. To the right it is in good shape, at the top it returns more than it costs."
      points={points}
      x={x}
      y={y}
      columns={returnColumns}
      rows={services}
      rowId={({ entityRef }) => entityRef}
      fileName="returns"
      empty={
        points.length === 0
          ? 'No service has a declared value, a cost and a measured pillar yet. Declare the value of a service in the list below.'
          : undefined
      }
      onOpen={onOpen}
    />
  );
}
