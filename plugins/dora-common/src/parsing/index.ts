export { parseInstant } from './parseInstant';
export {
  checkRecord,
  parseRecordLine,
  type ParsedRecordLine,
} from './parseRecordLine';
