// A soft tone for what is due, made here: no file, no words.

/** Two short notes; nothing where the browser lets a page make no sound yet. */
export function playTone(createContext: () => AudioContext): void {
  const context = createContext();
  const from = context.currentTime;
  for (const [index, frequency] of [660, 880].entries()) {
    const note = context.createOscillator();
    const loudness = context.createGain();
    const at = from + index * 0.16;
    note.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.08, at + 0.02);
    loudness.gain.linearRampToValueAtTime(0, at + 0.14);
    note.connect(loudness).connect(context.destination);
    note.start(at);
    note.stop(at + 0.15);
    if (index === 1) note.addEventListener('ended', () => void context.close());
  }
}
