import { describe, expect, it } from 'vitest';
import { direction, UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { act, come, nomineeOf, validated } from '../delegations.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { jsonOf, notices, pathOf, service } from '../service.ts';

const get = (app: Awaited<ReturnType<typeof service>>['app'], path: string, language?: string) =>
  app.request(path, language === undefined ? {} : { headers: { 'Accept-Language': language } });

describe.each(UN_LANGUAGES)('in %s', (language) => {
  it('every page is in the language that the browser asks for, and in its direction', async () => {
    const { app, meeting, post } = await service();
    const own = pathOf((await jsonOf(post(registrationOf()))).manageUrl);
    for (const path of [
      '/',
      `/meetings/${meeting.id}`,
      `/meetings/${meeting.id}/register`,
      `/meetings/${meeting.id}/register?representation=state&state=KH`,
      own,
      `${own}/edit`,
      `${own}/withdraw`,
      `${own}/erase`,
      '/nothing-here',
    ]) {
      const response = await get(app, path, `${language}-XX, en;q=0.5`);
      const page = await response.text();
      expect(page).toContain(`<html lang="${language}" dir="${direction(language)}">`);
      expect(response.headers.get('Content-Language')).toBe(language);
      expect(page).not.toMatch(/\{\w+\}/);
    }
  });

  it('a form that is refused says why', async () => {
    const { app, path } = await service();
    const body = new URLSearchParams({ representation: 'state', state: 'KH', email: 'nobody' });
    const headers = { 'Accept-Language': language };
    const page = await (await app.request(path, { method: 'POST', body, headers })).text();
    expect(page).toContain(`lang="${language}"`);
    expect(page).toContain('href="#email"');
    if (language !== 'en') expect(page).not.toContain('Enter an e-mail address');
    const json = await jsonOf(
      app.request(path, {
        method: 'POST',
        body: '{}',
        headers: { ...headers, 'Content-Type': 'application/json' },
      }),
    );
    expect(json.errors[0].detail === 'Say whom you represent').toBe(language === 'en');
  });

  it('messages go out in the language that the participant chose', async () => {
    const { store, post } = await service();
    await post(registrationOf({ language }));
    await drainOutbox(store);
    expect(await notices(store)).toMatchObject([{ status: 'sent', language }]);
    const [mail] = await sentMail(store);
    expect(mail?.html).toContain(`<html lang="${language}" dir="${direction(language)}"`);
  });
});

it('Chinese sentences and what follows them stand without a space', async () => {
  const base = await validated();
  const { own, reference } = await come(base, 'one');
  const nomination = { ...nomineeOf('two'), delegationRole: 'head' };
  expect((await act(base, `${base.page}/nominate`, nomination)).status).toBe(201);
  for (const path of [
    own,
    `${own}/erase`,
    base.page,
    `${base.page}/decline?reference=${reference}`,
    `${base.page}/role?reference=${reference}`,
  ]) {
    const page = await (await get(base.app, path, 'zh')).text();
    expect(page).toContain('<html lang="zh"');
    expect(page).toContain('。');
    // But for the dash before the name of the service, in the title of the window.
    expect(page).not.toMatch(/[。！？；，：] (?!–)/);
  }
});

describe('a language that was chosen', () => {
  it('goes along in links, forms and redirections, and to no other host', async () => {
    const { app, meeting, path } = await service();
    const start = await (await get(app, `/meetings/${meeting.id}?lang=fr`, 'ru')).text();
    expect(start).toContain('<html lang="fr"');
    expect(start).toContain(`href="/meetings/${meeting.id}/register?lang=fr"`);
    expect(start).toMatch(/href="\/assets\/[^"?]+"/);
    expect(start).toContain('href="mailto:meetings@example.org"');
    const first = await (await get(app, `/meetings/${meeting.id}/register?lang=fr`)).text();
    expect(first).toMatch(
      /<form [^>]*method="get"[^>]*><input type="hidden" name="lang" value="fr"\/>/,
    );
    const body = new URLSearchParams({
      ...(registrationOf({ privacyNotice: 'true' }) as Record<string, string>),
    });
    const sent = await app.request(`${path}?lang=fr`, { method: 'POST', body });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('Location')).toMatch(/\?lang=fr$/);
  });

  it('can be changed on every page that can be read again, which then asks for the same', async () => {
    const { app, meeting } = await service();
    const address = `/meetings/${meeting.id}/register?representation=state&state=KH`;
    const page = await (await get(app, address, 'en')).text();
    expect(page).toContain('href="?representation=state&amp;state=KH&amp;lang=ar"');
    expect(page).toContain('<span lang="en" aria-current="true">English</span>');
    expect(page.match(/hreflang=/g)).toHaveLength(5);
  });

  it('is none that Plenary does not speak', async () => {
    const { app } = await service();
    const page = await (await get(app, '/?lang=de', 'es')).text();
    expect(page).toContain('<html lang="es"');
    expect(page).not.toContain('lang=de');
  });
});

describe('what organisers have written', () => {
  const texts = {
    fr: {
      'form.no-account': 'Deux minutes & c’est fait.',
      'registration.confirmed.lead': 'À bientôt à Bangkok. Nous avons écrit à {email}.',
      'mail.confirmation.lead': 'Nous nous réjouissons de vous voir.',
    },
  };

  it('of texts is on the pages and in the messages of those who read that language', async () => {
    const { app, store, meeting, post } = await service({ texts });
    const form = `/meetings/${meeting.id}/register`;
    expect(await (await get(app, form, 'fr')).text()).toContain('Deux minutes &amp; c’est fait.');
    expect(await (await get(app, form, 'en')).text()).toContain('No account is needed.');
    const registered = await jsonOf(post(registrationOf({ language: 'fr' })));
    const own = await (await get(app, pathOf(registered.manageUrl), 'fr')).text();
    expect(own).toContain('À bientôt à Bangkok. Nous avons écrit à sophea.chan@culture.example.');
    await post(registrationOf({ language: 'en', email: 'english@culture.example' }));
    await drainOutbox(store);
    const mails = (await sentMail(store)).map(
      ({ to, text }) => `${to} ${text.includes(texts.fr['mail.confirmation.lead'])}`,
    );
    expect(mails.sort()).toEqual([
      'english@culture.example false',
      'sophea.chan@culture.example true',
    ]);
  });

  it('in English only is marked as English for those who read another language', async () => {
    const { app, meeting } = await service({
      questions: [{ id: 'topic', kind: 'text', label: { en: 'Topic' } }],
    });
    const form = `/meetings/${meeting.id}/register?representation=state&state=KH`;
    const page = await (await get(app, form, 'ar')).text();
    expect(page).toMatch(/<span lang="en" dir="ltr">Bangkok<\/span>، تايلند/);
    expect(page).toContain('<span lang="en" dir="ltr">Topic</span>');
    const english = await (await get(app, form, 'en')).text();
    expect(english.match(/lang="en"/g)).toHaveLength(2);
  });
});
