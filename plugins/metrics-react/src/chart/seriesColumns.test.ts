import { writeCsv } from '../table';
import { seriesColumns } from './seriesColumns';

it('writes gaps as empty fields and values unrounded', () => {
  const week = (day: string, next: string) => ({
    from: `2025-11-${day}T00:00:00.000Z`,
    to: `2025-11-${next}T00:00:00.000Z`,
  });
  const csv = writeCsv(seriesColumns, [
    {
      period: week('03', '10'),
      unit: 'h',
      complete: true,
      value: 55.5700001,
      sampleSize: 12,
      state: 'ok',
    },
    {
      period: week('10', '17'),
      unit: 'h',
      complete: false,
      sampleSize: 0,
      state: 'insufficient-data',
    },
  ]);
  expect(csv.split('\r\n')).toEqual([
    'from,to,complete,value,unit,sampleSize,state',
    '2025-11-03T00:00:00.000Z,2025-11-10T00:00:00.000Z,true,55.5700001,h,12,ok',
    '2025-11-10T00:00:00.000Z,2025-11-17T00:00:00.000Z,false,,h,0,insufficient-data',
    '',
  ]);
});
