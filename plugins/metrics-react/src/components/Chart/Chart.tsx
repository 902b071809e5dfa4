import type { ReactNode } from 'react';
import { ChartFrame, type ChartFrameProps } from '../ChartFrame';
import { ChartDrawing, type ChartDrawingProps } from './ChartDrawing';

/** Properties of {@link Chart}. */
export type ChartProps<Row> = Omit<ChartFrameProps<Row>, 'children'> &
  Omit<ChartDrawingProps, 'label'> & {
    /** What stands between the meaning and the drawing, such as a legend. */
    legend?: ReactNode;
  };

/** A drawing by ECharts with everything that has to stand around it. Other charts are made of this one. */
export function Chart<Row>(props: ChartProps<Row>) {
  const { height, minWidth, plan, reach, onOpen, legend, ...frame } = props;
  return (
    <ChartFrame {...frame}>
      {legend}
      <ChartDrawing
        label={frame.title}
        height={height}
        minWidth={minWidth}
        plan={plan}
        reach={reach}
        onOpen={onOpen}
      />
    </ChartFrame>
  );
}
