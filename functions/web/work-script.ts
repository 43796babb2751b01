/**
 * Solves the challenge of a form (domain/shared/bot-check.ts) in slices of a few milliseconds, so that the page stays
 * responsive, and writes the proof into a hidden field. A form that is sent earlier waits for the proof, but no
 * longer than until the challenge is accepted without one. SHA-256 (FIPS 180-4) is implemented here, for one block,
 * because the browser's function returns a promise, which takes many times as long as the hash.
 */
export const WORK_SCRIPT = `'use strict';
const rootBits = (n, power) => Math.floor((n ** power % 1) * 2 ** 32) | 0;
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
const K = Int32Array.from(primes, (prime) => rootBits(prime, 1 / 3));
const H = Int32Array.from(primes.slice(0, 8), (prime) => rootBits(prime, 1 / 2));
const W = new Int32Array(64);

/* The first 32 bits of the hash of a short ASCII text. */
function firstBits(text) {
  W.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) W[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  W[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  W[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15], y = W[i - 2];
    const s0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3);
    const s1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10);
    W[i] = W[i - 16] + s0 + W[i - 7] + s1 | 0;
  }
  let [a, b, c, d, e, f, g, h] = H;
  for (let i = 0; i < 64; i++) {
    const S1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
    const t1 = h + S1 + (e & f ^ ~e & g) + K[i] + W[i] | 0;
    const S0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
    const t2 = S0 + (a & b ^ a & c ^ b & c) | 0;
    h = g; g = f; f = e; e = d + t1 | 0; d = c; c = b; b = a; a = t1 + t2 | 0;
  }
  return a + H[0] >>> 0;
}

for (const field of document.querySelectorAll('input[name="botCheck"]')) {
  const [nonce, , bits] = field.value.split('.');
  const until = performance.now() + field.dataset.patience * 1000;
  const status = document.getElementById('bot-check');
  let proof = 0;
  let done = field.value.includes(':');
  let held;

  const finish = () => {
    done = true;
    if (held === undefined) return;
    status.textContent = '';
    delete field.form.dataset.sent;
    field.form.requestSubmit(held);
  };
  const work = () => {
    const stop = performance.now() + 8;
    while (performance.now() < stop) {
      for (let tries = 0; tries < 100; tries++, proof++) {
        if (firstBits(nonce + ':' + proof) >>> (32 - bits) !== 0) continue;
        field.value += ':' + proof;
        return finish();
      }
    }
    if (held !== undefined && performance.now() > until) return finish();
    setTimeout(work);
  };
  field.form.addEventListener('submit', (event) => {
    if (done) return;
    event.preventDefault();
    held = event.submitter;
    status.textContent = field.dataset.busy;
  });
  if (!done) setTimeout(work);
}
`;
