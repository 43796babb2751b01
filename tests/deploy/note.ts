import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { checks } from './checks.ts';
import { http } from './http.ts';

type Check = ReturnType<typeof checks>['check'];

const PDF = Buffer.from('%PDF-1.7\n% a note of nomination\n%%EOF\n');
const MB = 1024 * 1024;

/**
 * Sends a note of nomination as a browser without JavaScript does: the form of the page, the bucket, back to the page.
 *
 * @param page the focal point's link
 * @param address what gives an organiser the address of the note
 */
export async function noteOfNomination(
  { page, address }: { readonly page: string; readonly address: () => string },
  check: Check,
): Promise<void> {
  const form = `${page}/note/file`;
  const keep = (upload: string) =>
    http(form, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
      body: new URLSearchParams({ upload }).toString(),
    });
  /** Sends a file with the form that the page shows; where the browser is led. */
  const send = async (content: Buffer, changes: Record<string, string> = {}) => {
    const { text, headers } = await http(form, { headers: { Accept: 'text/html' } });
    const [, url = ''] = /<form method="post" action="([^"]+)"/.exec(text) ?? [];
    const fields = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')] as const,
    );
    assert.ok(fields.length > 5, text);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /form-action 'self' \S+(;|$)/);
    assert.ok(policy.includes(`form-action 'self' ${url}`), policy);
    const answer = await multipart(url, { ...Object.fromEntries(fields), ...changes }, content);
    const upload = new URL(answer.location ?? 'http://nowhere').searchParams.get('upload') ?? '';
    return { ...answer, upload };
  };

  const first = await check(
    'a PDF goes from the form of the page to the bucket, and back',
    async () => {
      const sent = await send(PDF);
      assert.equal(sent.status, 303, sent.text);
      assert.ok(sent.location?.startsWith(`${form}?upload=`), sent.location);
      const asked = await http(sent.location ?? '', { headers: { Accept: 'text/html' } });
      assert.match(asked.text, /The file has arrived/);
      assert.ok(!String(asked.headers['content-security-policy']).includes("'self' http"));
      return sent.upload;
    },
  );
  await check('it is kept after a look at it, once, and shown on the page', async () => {
    for (let times = 0; times < 2; times++) {
      const kept = await keep(first);
      assert.equal(kept.status, 303, kept.text);
      assert.match(String(kept.headers.location), /done=file/);
    }
    const { text } = await http(page, { headers: { Accept: 'text/html' } });
    assert.match(text, /PDF, 0\.1 MB\./);
  });
  await check('focal point and organiser get the file, and nobody without an address', async () => {
    const own = String((await http(`${page}/note.pdf`)).headers.location);
    for (const one of [own, address()]) {
      const { status, text, headers } = await http(one);
      assert.deepEqual([status, text], [200, PDF.toString()]);
      assert.match(String(headers['content-disposition']), /^attachment; filename="note-/);
    }
    const { status } = await http(`${page.slice(0, -3)}abc/note.pdf`);
    assert.equal(status, 404);
  });
  await check(
    'what is no PDF, too large or not there is refused, and nothing is kept of it',
    async () => {
      const other = await send(Buffer.from('<script>alert(1)</script>'));
      assert.equal(other.status, 303);
      const refused = await keep(other.upload);
      assert.equal(refused.status, 422);
      assert.match(refused.text, /This is not a PDF/);
      assert.match((await keep(other.upload)).text, /The file has not arrived/);
      assert.match((await keep('../kept')).text, /The file has not arrived/);
      assert.equal((await send(Buffer.concat([PDF, Buffer.alloc(5 * MB)]))).status, 400);
      const elsewhere = await send(PDF, { key: 'kept/focal-points/KH/mine' });
      assert.equal(elsewhere.status, 403);
      const still = String((await http(`${page}/note.pdf`)).headers.location);
      assert.equal((await http(still)).text, PDF.toString());
    },
  );
  await check('another takes its place', async () => {
    const before = String((await http(`${page}/note.pdf`)).headers.location);
    const second = Buffer.concat([PDF, Buffer.alloc(4.9 * MB)]);
    const { upload } = await send(second);
    assert.equal((await keep(upload)).status, 303);
    const after = String((await http(`${page}/note.pdf`)).headers.location);
    assert.equal((await http(after)).text.length, second.length);
    assert.equal((await http(before)).status, 404);
  });
}

/** What a browser sends for a form with a file: the fields, and the file last. */
function multipart(url: string, fields: Record<string, string>, file: Buffer) {
  const boundary = '----plenary-note';
  const part = (name: string, more = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const body = Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`${part(name)}${value}\r\n`)),
    Buffer.from(part('file', '; filename="note.pdf"\r\nContent-Type: application/pdf')),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return new Promise<{ status: number; location: string | undefined; text: string }>(
    (resolve, reject) => {
      const outgoing = request(
        url,
        {
          method: 'POST',
          headers: {
            'Content-Type': `multipart/form-data; boundary=${boundary}`,
            'Content-Length': body.length,
          },
        },
        (incoming) => {
          let text = '';
          incoming.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              location: incoming.headers.location,
              text,
            }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    },
  );
}
