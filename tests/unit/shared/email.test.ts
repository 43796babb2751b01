import { describe, expect, it } from 'vitest';
import { addressHash, isSameAddress } from '../../../functions/domain/shared/email.ts';
import { outboxKeys, registryKeys } from '../../../functions/store/platform/keys.ts';

/** Made with OpenSSL: SHA-256 of "sophea.chan@culture.example", in base64url without padding. */
const HASH = '25xdI02uVQ6GyslQrHXrE3shQ9CVBeTAGXBNKV7fYJc';

describe('addressHash', () => {
  it.each([
    'sophea.chan@culture.example',
    'Sophea.Chan@Culture.example',
    '  sophea.chan@culture.example ',
  ])('of %j is the hash of the normalised address', (address) => {
    expect(addressHash(address)).toBe(HASH);
  });

  it('of another address is another hash', () => {
    expect(addressHash('sophea.chang@culture.example')).not.toBe(HASH);
  });

  it('is in the keys of items about an address, so that keys contain no address', () => {
    const address = 'Sophea.Chan@culture.example';
    expect(registryKeys.email('bangkok', address)).toEqual({
      pk: 'MEETING#bangkok',
      sk: `EMAIL#${HASH}`,
    });
    expect(outboxKeys.delivery(addressHash(address))).toEqual({
      pk: `ADDRESS#${HASH}`,
      sk: 'DELIVERY',
    });
  });
});

describe('isSameAddress', () => {
  it.each([
    ['a@example.org', ' A@Example.org', true],
    ['a@example.org', 'b@example.org', false],
    ['a@example.org', undefined, false],
    [undefined, undefined, true],
  ])('of %j and %j is %j', (one, other, same) => {
    expect(isSameAddress(one, other)).toBe(same);
  });
});
