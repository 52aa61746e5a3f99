import { type Browser, expect, type Page } from '@playwright/test';
import { accessible, administratorOf, type Language, signIn, test, type Words, words } from './support';

const [põhjala, emajõe, daugava] = ['Põhjala Süsteemid', 'Emajõe IT', 'Daugava Tīkli'];

/** A new opportunity of the vendor's, on whose page the staff member stands. */
async function created(page: Page, t: Words, topic: string) {
  await page.goto('/opportunities/new');
  await page.getByRole('textbox', { name: t.opportunity.topic, exact: true }).fill(topic);
  await page.getByText(t.customer.new, { exact: true }).click();
  await page.getByRole('textbox', { name: t.customer.name }).fill(`Klient ${topic}`);
  await page.getByRole('button', { name: t.opportunity.create }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(topic);
  return page.url();
}

async function open(browser: Browser, email: string, language: Language, url: string) {
  const page = await signIn(browser, email, language);
  await page.goto(url);
  return page;
}

/** Asks the API itself, as somebody would who goes past the app. Answers the status and the problem's code. */
async function call(page: Page, method: string, path: string, body: object): Promise<[number, string | undefined]> {
  return page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api/v1/${where}`, {
        method: how,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(what),
      });
      return [answer.status, (await answer.json()).code];
    },
    [method, path, body] as const,
  );
}

/** The identities of a list's people who are of a company. */
async function read(page: Page, path: string, company: string): Promise<string[]> {
  const answer = await page.evaluate(async (where) => (await fetch(`/api/v1/${where}`)).json(), path);
  return (answer.items as { id: string; partner: { name: string } | null }[])
    .filter((person) => person.partner?.name.startsWith(company))
    .map((person) => person.id);
}

const partnerName = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => (await (await fetch('/api/v1/me')).json()).partner?.name);

async function decline(page: Page, t: Words) {
  await page.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: t.opportunity.reasonCode }).click();
  await page.getByRole('option', { name: t.reason.NO_CAPACITY }).click();
  await dialog.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
  await expect(dialog).toBeHidden();
}

// Each story is told in one language; their pages are looked at in both by the stories of the main job.
for (const language of ['en', 'et'] as Language[]) {
  const t = words(language);
  const mark = `${language} ${Date.now()}`;

  if (language === 'en') {
    test(`three partners work together, and only the lead closes (${language})`, async ({ browser }) => {
      const staff = await signIn(browser, 'liis@sild.example', language);
      const url = await created(staff, t, `Koos ${mark}`);
      const id = url.split('/').pop() ?? '';
      // What can be pressed stays where it is when the ranking comes in late.
      let ranked = () => {};
      const late = new Promise<void>((come) => {
        ranked = come;
      });
      await staff.route('**/matches?**', async (route) => {
        await late;
        await route.continue();
      });
      await staff.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
      const dialog = staff.getByRole('dialog');
      const method = dialog.getByRole('combobox', { name: t.method.title });
      await expect(dialog.getByRole('status', { name: t.table.loading })).toBeVisible();
      const place = await method.boundingBox();
      ranked();
      await expect(dialog.getByRole('radio').first()).toBeVisible();
      expect(await method.boundingBox()).toEqual(place);
      await method.click();
      await staff.getByRole('option', { name: t.method.SEVERAL }).click();
      for (const name of [põhjala, emajõe, daugava]) {
        await dialog.getByRole('textbox', { name: t.distribute.search }).fill(name);
        await dialog.getByRole('checkbox', { name: new RegExp(name) }).click();
      }
      await accessible(staff);
      await dialog.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
      await expect(dialog).toBeHidden();
      const together = staff.getByRole('region', { name: t.collaboration.title });
      await expect(together.getByRole('listitem')).toHaveCount(3);

      // Each sees it among its managed ones, marked as shared, and with whom.
      const kadri = await open(
        browser,
        'kadri@pohjala.example',
        language,
        `/opportunities?view=managed&q=Koos ${mark}`,
      );
      await expect(kadri.getByRole('row', { name: new RegExp(`Koos ${mark}`) })).toContainText(t.collaboration.shared);
      await kadri.goto(url);
      const janis = await open(browser, 'janis@daugavatikli.example', language, url);
      for (const page of [kadri, janis])
        await expect(page.getByRole('region', { name: t.collaboration.title })).toContainText(emajõe);

      // No partner closes or extends it, in the app or past it, and none hands it to another company.
      const lost = { outcome: 'LOST', reasonCode: 'PRICE' };
      await expect(kadri.getByRole('button', { name: t.opportunity.action.CLOSE })).toHaveCount(0);
      expect(await call(kadri, 'POST', `opportunities/${id}/close`, lost)).toEqual([403, 'opportunity.shared']);
      expect(await call(kadri, 'POST', `opportunities/${id}/extend`, { dueOn: '2030-01-01' })).toEqual([
        403,
        'opportunity.shared',
      ]);
      const [people] = await read(janis, `opportunities/${id}/people`, daugava);
      expect(await call(kadri, 'POST', `opportunities/${id}/assign`, { userId: people })).toEqual([422, 'invalid']);
      expect(await call(kadri, 'POST', `opportunities/${id}/distribute`, { partnerId: id })).toEqual([
        403,
        'forbidden',
      ]);

      // What one writes the others read, live; what staff write for one or for themselves the others do not.
      await kadri.getByRole('textbox', { name: t.timeline.write }).fill('Meie teeme võrgu');
      await kadri.getByRole('button', { name: t.timeline.send }).click();
      await expect(janis.getByText('Meie teeme võrgu')).toBeVisible();
      await accessible(kadri);
      for (const [readers, text] of [
        [t.timeline.onlyWith.replace('{{name}}', (await partnerName(kadri)) ?? ''), 'Ainult Põhjalale'],
        [t.timeline.staffOnly, 'Ainult meile'],
      ] as const) {
        await staff.getByRole('combobox', { name: t.timeline.readers }).click();
        await staff.getByRole('option', { name: readers, exact: true }).click();
        await staff.getByRole('textbox', { name: t.timeline.write }).fill(text);
        await staff.getByRole('button', { name: t.timeline.send }).click();
        await expect(staff.locator('.note-text', { hasText: text })).toBeVisible();
      }
      await expect(kadri.getByText('Ainult Põhjalale')).toBeVisible();
      await expect(kadri.getByText('Ainult meile')).toHaveCount(0);
      await expect(janis.getByText('Ainult Põhjalale')).toHaveCount(0);

      // Inside its company a partner gives it to a colleague.
      await kadri.getByRole('button', { name: t.opportunity.more }).click();
      await kadri.getByRole('menuitem', { name: t.opportunity.action.ASSIGN }).click();
      await kadri.getByRole('dialog').getByRole('combobox').click();
      await kadri.getByRole('option', { name: /Rein/ }).click();
      await kadri.getByRole('dialog').getByRole('button', { name: t.form.save }).click();
      await expect(kadri.getByRole('dialog')).toBeHidden();

      // Named to lead, it may close, and that shows without a reload; taken off, it is gone.
      await together.getByRole('button', { name: new RegExp(põhjala) }).click();
      await staff.getByRole('menuitem', { name: t.collaboration.makeLead }).click();
      await expect(together).toContainText(t.collaboration.lead);
      await accessible(staff);
      await expect(kadri.getByRole('button', { name: t.opportunity.action.CLOSE })).toBeVisible();
      await together.getByRole('button', { name: new RegExp(daugava) }).click();
      await staff.getByRole('menuitem', { name: t.collaboration.remove }).click();
      await staff.getByRole('dialog').getByRole('button', { name: t.collaboration.remove }).click();
      await expect(together.getByRole('listitem')).toHaveCount(2);
      await janis.goto(url);
      await expect(janis.getByRole('alert')).toBeVisible();
      expect(await call(kadri, 'POST', `opportunities/${id}/close`, lost)).toEqual([200, undefined]);
    });
  }

  if (language === 'et') {
    test(`a cascade goes on to the next partner and tells why (${language})`, async ({ browser }) => {
      const staff = await signIn(browser, 'tomas@sild.example', language);
      const url = await created(staff, t, `Kaskaad ${mark}`);
      await staff.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
      const dialog = staff.getByRole('dialog');
      await dialog.getByRole('combobox', { name: t.method.title }).click();
      await staff.getByRole('option', { name: t.method.CASCADE }).click();
      await dialog.getByRole('button', { name: t.match.weights }).click();
      await expect(dialog.getByRole('slider', { name: t.match.by.TIER })).toBeVisible();
      const first = await dialog.getByText(/^1\. /).innerText();
      await dialog.getByRole('button', { name: t.match.explain.replace('{{name}}', first.replace('1. ', '')) }).click();
      await expect(dialog.getByRole('table', { name: t.match.scores })).toBeVisible();
      await accessible(staff);
      await dialog.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
      await expect(dialog).toBeHidden();
      await expect(staff.getByRole('link', { name: first.replace('1. ', ''), exact: true })).toBeVisible();
      const partner = first.replace('1. ', '');
      const refusing = await open(browser, administratorOf(partner), language, url);
      await decline(refusing, t);

      // The next best has it now, the first one does not see it any more, and why is told of both.
      await staff.reload();
      await expect(staff.getByRole('heading', { level: 1 })).toContainText(t.status.DELIVERED);
      await expect(staff.getByRole('link', { name: partner, exact: true })).toHaveCount(0);
      await expect(staff.getByRole('button', { name: t.match.whyShort })).toHaveCount(2);
      await refusing.goto(url);
      await expect(refusing.getByRole('alert')).toBeVisible();
      await staff.getByRole('button', { name: t.match.whyShort }).last().click();
      await expect(staff.getByRole('dialog')).toContainText(first);
      await accessible(staff);
    });
  }

  if (language === 'en') {
    test(`of two partners at the pool one wins, and the other is told (${language})`, async ({ browser }) => {
      const staff = await signIn(browser, 'liis@sild.example', language);
      const topic = `Kogum ${mark}`;
      const url = await created(staff, t, topic);
      await staff.getByRole('button', { name: t.opportunity.more }).click();
      await staff.getByRole('menuitem', { name: t.opportunity.action.OPEN_TO_POOL }).click();
      await staff.getByRole('dialog').getByRole('button', { name: t.opportunity.action.OPEN_TO_POOL }).click();
      await expect(staff.getByRole('heading', { level: 1 })).toContainText(t.status.POOL);

      const kadri = await open(browser, 'kadri@pohjala.example', language, `/opportunities?view=pool&q=${topic}`);
      const siim = await open(browser, 'siim@emajoeit.example', language, url);
      await accessible(kadri);
      const claims = [
        kadri.getByRole('button', { name: t.opportunity.claimOne.replace('{{topic}}', topic) }),
        siim.getByRole('button', { name: t.opportunity.action.CLAIM }),
      ];
      for (const claim of claims) await expect(claim).toBeVisible();
      // At once: no waiting for the pointer in between.
      await Promise.all(claims.map((claim) => claim.evaluate((button: HTMLElement) => button.click())));
      const won = t.opportunity.done.CLAIM;
      const late = 'Another partner was faster';
      const heard = await Promise.all(
        [kadri, siim].map(async (page) => {
          await expect(page.getByText(won).or(page.getByText(late)).first()).toBeVisible();
          return (await page.getByText(won).count()) > 0 ? 'won' : 'late';
        }),
      );
      expect(heard.sort()).toEqual(['late', 'won']);
    });
  }

  if (language === 'en') {
    test(`many go out in one run, and partners hear of it at once (${language})`, async ({ browser }) => {
      const staff = await signIn(browser, 'jaan@sild.example', language);
      const topics = [`Hulk A ${mark}`, `Hulk B ${mark}`];
      for (const topic of topics) await created(staff, t, topic);
      const kadri = await signIn(browser, 'kadri@pohjala.example', language);
      await kadri.goto(`/opportunities?view=distributed&q=${mark}`);
      await expect(kadri.getByText(t.opportunity.noOffers)).toBeVisible();

      await staff.goto(`/opportunities?q=${mark}&status=["NEW"]`);
      for (const topic of topics)
        await staff.getByRole('checkbox', { name: t.run.chooseOne.replace('{{topic}}', topic) }).click();
      await staff.getByRole('button', { name: t.run.start_other.replace('{{count}}', '2') }).click();
      await accessible(staff);
      await staff.getByRole('dialog').getByRole('button', { name: t.run.preview }).click();
      await expect(staff.getByRole('status').getByText(t.run.status.PREVIEW.replace('{{total}}', '2'))).toBeVisible();
      await accessible(staff);
      // One goes to the partner that staff want, the other is left out.
      await staff.getByRole('combobox', { name: t.run.partnerOf.replace('{{topic}}', topics[0] ?? '') }).click();
      await staff.getByRole('option', { name: new RegExp(põhjala) }).click();
      await staff.getByRole('combobox', { name: t.run.partnerOf.replace('{{topic}}', topics[1] ?? '') }).click();
      await staff.getByRole('option', { name: t.run.leaveOut }).click();
      await staff.getByRole('button', { name: t.run.confirm_one.replace('{{count}}', '1') }).click();
      await expect(staff.getByText(t.run.item.DONE)).toBeVisible();
      await expect(staff.getByText(t.run.item.SKIPPED)).toBeVisible();

      // Nothing was reloaded here.
      await expect(kadri.getByRole('row', { name: new RegExp(topics[0] ?? '') })).toBeVisible();
      await kadri.getByRole('navigation').getByRole('link', { name: t.nav.customers }).click();
      await kadri.getByRole('button', { name: new RegExp(`^${t.notification.title}`) }).click();
      const told = kadri.getByRole('dialog').getByRole('link', { name: new RegExp(topics[0] ?? '') });
      await expect(told).toContainText(t.notification.kind.DELIVERED);
      await accessible(kadri);
      await told.click();
      await expect(kadri.getByRole('heading', { level: 1 })).toContainText(topics[0] ?? '');

      await kadri.goto(`/opportunities?view=distributed&q=${mark}`);
      await kadri.getByRole('checkbox', { name: t.run.chooseOne.replace('{{topic}}', topics[0] ?? '') }).click();
      const accept = t.answers.accept_one.replace('{{count}}', '1');
      await kadri.getByRole('button', { name: accept }).click();
      await accessible(kadri);
      await kadri.getByRole('dialog').getByRole('button', { name: accept }).click();
      await expect(kadri.getByRole('dialog')).toBeHidden();
      await expect(kadri.getByText(t.opportunity.noOffers)).toBeVisible();
    });
  }

  if (language === 'et') {
    test(`cards move on the board by keyboard, by pointer and by menu (${language})`, async ({ browser }) => {
      const staff = await signIn(browser, 'jaan@sild.example', language);
      const topic = `Tahvel ${mark}`;
      const id = (await created(staff, t, topic)).split('/').pop() ?? '';
      const partners = await staff.evaluate(
        async () => (await (await fetch('/api/v1/partners?limit=200')).json()).items,
      );
      const ids = [põhjala, emajõe].map(
        (name) => (partners as { id: string; name: string }[]).find((one) => one.name.startsWith(name))?.id,
      );
      expect(await call(staff, 'POST', `opportunities/${id}/distribute`, { partnerIds: ids })).toEqual([
        200,
        undefined,
      ]);

      const kadri = await signIn(browser, 'kadri@pohjala.example', language);
      await kadri.goto(`/board?q=${topic}`);
      const column = (phase: keyof Words['phase']) => kadri.getByRole('region', { name: t.phase[phase], exact: true });
      const handle = kadri.getByRole('button', { name: t.board.drag.replace('{{topic}}', topic) });
      await expect(column('PROSPECT').getByRole('link', { name: topic })).toBeVisible();
      await accessible(kadri);
      await handle.focus();
      await kadri.keyboard.press('Space');
      await kadri.keyboard.press('ArrowRight');
      await kadri.keyboard.press('Space');
      await expect(column('CONTACTING').getByRole('link', { name: topic })).toBeVisible();
      await expect(kadri.getByText(`${topic}: ${t.phase.CONTACTING}`)).toBeVisible();
      await expect(handle).toBeFocused();

      // Waited for: the card comes anew with what the server says.
      await handle.hover();
      const from = await handle.boundingBox();
      const to = await column('QUOTING').boundingBox();
      if (!from || !to) throw new Error('The board is not shown');
      await kadri.mouse.down();
      await kadri.mouse.move(from.x + 40, from.y + 12, { steps: 5 });
      await kadri.mouse.move(to.x + to.width / 2, to.y + 80, { steps: 10 });
      await kadri.mouse.up();
      await expect(column('QUOTING').getByRole('link', { name: topic })).toBeVisible();
      await expect(kadri.getByText(`${topic}: ${t.phase.QUOTING}`)).toBeVisible();

      // Back takes a reason.
      const menu = kadri.getByRole('button', { name: t.board.moveOne.replace('{{topic}}', topic) });
      await menu.click();
      await kadri.getByRole('menuitem', { name: t.phase.PROSPECT }).click();
      const back = kadri.getByRole('dialog');
      await back.getByRole('textbox', { name: t.opportunity.reason }).fill('Klient mõtleb veel');
      await accessible(kadri);
      await back.getByRole('button', { name: t.form.save }).click();
      await expect(column('PROSPECT').getByRole('link', { name: topic })).toBeVisible();
      await expect(menu).toBeFocused();
    });
  }
}
