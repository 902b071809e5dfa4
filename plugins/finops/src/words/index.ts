export { formatCarbon } from './formatCarbon';
export { comparableOf, whyNotComparable } from './comparison';
export { costSubject } from './costSubject';
export { describeChange, type CostChangeWords } from './describeChange';
export { bucketWords, groupingNames, metricWords } from './names';
export { spellAmounts } from './spellAmounts';
export { isEntityKey, titleOfKey } from './titleOfKey';
