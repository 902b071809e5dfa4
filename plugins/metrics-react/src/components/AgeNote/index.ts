export { AgeNote, type AgeNoteProps } from './AgeNote';
