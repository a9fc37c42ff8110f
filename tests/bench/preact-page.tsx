// The least that a panel with this library can be: fifty rows, a signal in each, no style, no rule of the product.
import { signal } from '@preact/signals';
import { render } from 'preact';

const rows = Array.from({ length: 50 }, (_, index) => ({ index, count: signal(0) }));
const root = document.getElementById('root');
if (root) {
  render(
    <ul>
      {rows.map(({ index, count }) => (
        <li key={index}>
          <b>{index}</b> <span>Row</span>{' '}
          <button type="button" onClick={() => (count.value += 1)}>
            {count}
          </button>
        </li>
      ))}
    </ul>,
    root,
  );
}
addEventListener('keydown', ({ key }) => {
  const row = rows[Number(key)];
  if (row) row.count.value += 1;
});
