export { type DataColumn, type DataValue } from './DataColumn';
export { downloadText } from './downloadText';
export { writeCsv } from './writeCsv';
export { writeJson } from './writeJson';
