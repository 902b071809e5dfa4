export * from './CarbonAnswer';
export * from './CarbonFactor';
export * from './carbonCoverage';
export * from './carbonOfLine';
export { createCarbonBasisFinder } from './createCarbonBasisFinder';
