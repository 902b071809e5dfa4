import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { disableCanvas } from '@portal/plugin-metrics-react/testUtils';

// A machine that is busy with other things is slow, and that is no failure.
configure({ asyncUtilTimeout: 10_000 });

disableCanvas();
