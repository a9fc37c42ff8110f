// On a busy machine a second is nothing: what is waited for in a browser may take as long as a test may.
import { vi } from 'vitest';

const { waitFor } = vi;
vi.waitFor = (callback, options = { timeout: 12_000 }) => waitFor(callback, options);
