import '@testing-library/jest-dom';
import { disableCanvas } from './testUtils/disableCanvas';

disableCanvas();
