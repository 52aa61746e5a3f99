import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { opened } from '../../test/people';
import { visit } from '../../test/render';
import { server } from '../../test/setup';
import { withFields } from './fields';

const page = `/opportunities/${opened.id}`;

/** Opens a dialog of an opportunity worth 48,000. Returns the requests that change or close it. */
async function open(dialog: 'Change value and dates' | 'Close the opportunity', language: 'en' | 'et' = 'en') {
  const sent: unknown[] = [];
  const worth = withFields(opened, { value: { estimated: { amount: 48_000, currency: 'EUR' } } });
  const keep = async ({ request }: { request: Request }) => {
    sent.push(await request.json());
    return HttpResponse.json(worth);
  };
  server.use(
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json(worth)),
    http.patch('*/api/v1/opportunities/:id', keep),
    http.post('*/api/v1/opportunities/:id/close', keep),
  );
  await visit(page, language);
  const name = language === 'et' ? 'Muuda väärtust ja tähtaegu' : dialog;
  await userEvent.click(await screen.findByRole('button', { name }));
  const shown = within(await screen.findByRole('dialog'));
  return { sent, dialog: shown, field: shown.getByRole('textbox', { name: /^(Actual v|V)alue$|^Väärtus$/ }) };
}

test('typing into a focused field replaces its value', async () => {
  const { sent, dialog, field } = await open('Close the opportunity');
  expect(field).toHaveValue('48,000');
  await userEvent.click(field);
  await userEvent.keyboard('1');
  expect(field).toHaveValue('1');
  await userEvent.tab();
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('45000');
  expect(field).toHaveValue('45000');
  await userEvent.tab();
  expect(field).toHaveValue('45,000');
  await userEvent.click(dialog.getByRole('button', { name: 'Close the opportunity' }));
  await screen.findByText('Closed');
  expect(sent).toMatchObject([{ outcome: 'WON', actualValue: { amount: 45_000, currency: 'EUR' } }]);
});

test('ambiguous input shows how to write it, and nothing is sent', async () => {
  const { sent, dialog, field } = await open('Change value and dates', 'et');
  for (const [text, description] of [
    ['1.250', 'Seda saab lugeda kahel viisil. Sisesta kas 1\u00a0250 või näiteks 12,50.'],
    ['-5', 'Summa ei saa olla negatiivne. Sisesta näiteks 1\u00a0250,50.'],
    ['1e5', 'See ei ole summa. Sisesta näiteks 1\u00a0250,50.'],
    ['$ 5', 'Summa on valuutas EUR. Sisesta see ilma märgita $.'],
    ['0,125', 'Valuutal EUR on kuni 2 komakohta. Sisesta näiteks 1\u00a0250,50.'],
  ] as const) {
    await userEvent.click(field);
    await userEvent.clear(field);
    await userEvent.paste(text);
    await userEvent.click(dialog.getByRole('button', { name: 'Salvesta' }));
    expect(field).toHaveValue(text);
    expect(field).toHaveAccessibleDescription(description);
  }
  expect(sent).toEqual([]);
  await userEvent.clear(field);
  await userEvent.paste('€ 1.250,50');
  await userEvent.click(dialog.getByRole('button', { name: 'Salvesta' }));
  await screen.findByText('Muudatus salvestatud');
  expect(sent).toMatchObject([{ value: { estimated: { amount: 1250.5, currency: 'EUR' } } }]);
});

test('an amount is validated again when its currency changes', async () => {
  const { sent, dialog, field } = await open('Change value and dates');
  await userEvent.clear(field);
  await userEvent.type(field, '12.50');
  const currency = dialog.getByRole('combobox', { name: 'Currency' });
  await userEvent.click(currency);
  await userEvent.clear(currency);
  await userEvent.type(currency, 'JPY');
  await userEvent.click(await screen.findByRole('option', { name: 'JPY', hidden: true }));
  expect(field).toHaveAccessibleDescription('JPY has no decimals. Enter the amount like 1,250.');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(sent).toEqual([]);
  await userEvent.clear(field);
  await userEvent.type(field, '1250{Enter}');
  await screen.findByText('Change saved');
  expect(sent).toMatchObject([{ value: { estimated: { amount: 1250, currency: 'JPY' } } }]);
});

test('a value far from the estimate has to be confirmed', async () => {
  const { sent, dialog, field } = await open('Close the opportunity');
  await userEvent.clear(field);
  await userEvent.type(field, '144000.01');
  await userEvent.click(dialog.getByRole('button', { name: 'Close the opportunity' }));
  expect(dialog.getByRole('alert')).toHaveTextContent(
    'The estimate was €48,000; the actual value is €144,000.01. Close with this value?',
  );
  await userEvent.click(dialog.getByRole('button', { name: 'Change the value' }));
  expect(field).toHaveFocus();
  await userEvent.keyboard('15999');
  expect(dialog.queryByRole('alert')).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Close the opportunity' }));
  expect(sent).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Close with this value' }));
  await screen.findByText('Closed');
  expect(sent).toMatchObject([{ actualValue: { amount: 15_999, currency: 'EUR' } }]);
});

test('a fractional percentage is rejected, not rounded', async () => {
  const { sent, dialog } = await open('Change value and dates');
  const probability = dialog.getByRole('textbox', { name: 'Probability' });
  for (const text of ['12.5', '-5', '1e1', '101', '1,2']) {
    await userEvent.clear(probability);
    await userEvent.type(probability, text);
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(probability).toHaveValue(text);
    expect(probability).toHaveAccessibleDescription('Enter a whole number from 0 to 100');
  }
  expect(sent).toEqual([]);
});
