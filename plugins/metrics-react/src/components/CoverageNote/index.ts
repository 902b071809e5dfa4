export { CoverageNote, type CoverageNoteProps } from './CoverageNote';
