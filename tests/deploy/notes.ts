import assert from 'node:assert/strict';
import PostalMime from 'postal-mime';
import { type checks, eventually } from './checks.ts';
import { http, type Reply } from './http.ts';

type Upload = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** Five bytes that say what it is, and enough for a scan. */
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100_000, 0x20)]);

/** A file as a browser sends it: its bytes behind the fields of the form. */
function sent({ url, fields }: Upload, file: Buffer, type = 'application/pdf'): Promise<Reply> {
  const boundary = 'plenary-boundary';
  const part = (head: string) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`);
  const end = Buffer.from('\r\n');
  const body = Buffer.concat([
    ...Object.entries({ ...fields, 'Content-Type': type }).flatMap(([name, value]) => [
      part(`name="${name}"`),
      Buffer.from(value),
      end,
    ]),
    part(`name="file"; filename="note.pdf"\r\nContent-Type: ${type}`),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return http(url, {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body,
  });
}

/**
 * A focal point hands in the note of nomination as a PDF, from the browser to the bucket of the stage.
 *
 * @param mails all raw messages sent so far
 * @param meeting runs a command of `npm run meeting` and gives what it prints
 */
export async function notes(
  {
    mails,
    meeting,
    id,
  }: {
    mails: () => Promise<readonly string[]>;
    meeting: (...args: string[]) => string;
    id: string;
  },
  check: ReturnType<typeof checks>['check'],
): Promise<void> {
  const page = await check('a focal point is invited, and gets the link', async () => {
    const email = 'focal.point@example.org';
    meeting('invite', id, '--state', 'KH', '--name', 'Dara Keo', '--email', email);
    return eventually('the invitation', async () => {
      for (const raw of await mails()) {
        const { to, text } = await PostalMime.parse(raw);
        if (to?.some(({ address }) => address === email))
          return text?.match(/https?:\/\/\S+\/delegations\/\S+/)?.[0];
      }
      return undefined;
    });
  });
  const json = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const upload = async (): Promise<Upload> =>
    JSON.parse((await http(`${page}/note`, { headers: json })).text).upload;
  const attach = (key: string) =>
    http(`${page}/note-file`, { method: 'POST', headers: json, body: JSON.stringify({ key }) });
  const arrived = async (file: Buffer) => {
    const form = await upload();
    const reply = await sent(form, file);
    assert.equal(reply.status, 303, reply.text);
    const back = new URL(String(reply.headers.location));
    assert.equal(`${back.origin}${back.pathname}`, `${page}/note`);
    return back;
  };

  await check('the page says where the file may go, and nowhere else', async () => {
    const { headers, text } = await http(`${page}/note`, { headers: { Accept: 'text/html' } });
    assert.match(text, /enctype="multipart\/form-data"/);
    assert.match(
      String(headers['content-security-policy']),
      /form-action 'self' https:\/\/[^ ;]+\.s3\.[^ ;]+;/,
    );
  });
  await check('S3 takes no file that is too large or of another type', async () => {
    const large = await sent(await upload(), Buffer.alloc(5 * 1024 * 1024 + 1, 0x20));
    assert.equal(large.status, 400, large.text);
    assert.equal((await sent(await upload(), PDF, 'text/html')).status, 403);
  });
  await check('what only says that it is a PDF is refused, and so is another key', async () => {
    const back = await arrived(Buffer.from('<script>alert(1)</script>'));
    const reply = await attach(back.searchParams.get('key') ?? '');
    assert.equal(reply.status, 422, reply.text);
    assert.equal(JSON.parse(reply.text).type, 'urn:plenary:problem:note-file-not-usable');
    assert.equal((await attach(`notes/${id}/TH/x.pdf`)).status, 422);
  });
  await check('a PDF becomes the note, and comes back as it was', async () => {
    const back = await arrived(PDF);
    assert.match((await http(back.href)).text, /The file has arrived/);
    assert.equal(JSON.parse((await http(page, { headers: json })).text).noteFile, undefined);
    const reply = await attach(back.searchParams.get('key') ?? '');
    assert.equal(reply.status, 200, reply.text);
    assert.equal(JSON.parse(reply.text).noteFile.size, PDF.length);
    const link = await http(`${page}/note-file`);
    assert.equal(link.status, 303, link.text);
    const file = await http(String(link.headers.location));
    assert.equal(file.status, 200);
    assert.equal(file.text, PDF.toString('utf8'));
  });
  await check('an organiser gets a link to it, and nobody gets it without', async () => {
    const link = meeting('note', id, 'KH').match(/https?:\/\/\S+/)?.[0] ?? '';
    const file = await http(link);
    assert.equal(file.status, 200, file.text);
    assert.match(String(file.headers['content-disposition']), /note-of-nomination-KH\.pdf/);
    assert.equal(file.text.length, PDF.length);
  });
  await check('another file takes its place, and the former is gone', async () => {
    const former = meeting('note', id, 'KH').match(/https?:\/\/\S+/)?.[0] ?? '';
    const other = Buffer.concat([PDF, Buffer.from('another')]);
    const back = await arrived(other);
    assert.equal((await attach(back.searchParams.get('key') ?? '')).status, 200);
    assert.equal((await http(former)).status, 404);
    const link = meeting('note', id, 'KH').match(/https?:\/\/\S+/)?.[0] ?? '';
    assert.equal((await http(link)).text.length, other.length);
  });
}
