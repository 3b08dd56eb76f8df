// The proof of an entry, computed from bytes alone: nothing here believes what the server says of a hash.

const text = new TextEncoder();

const hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = base64 => Uint8Array.from(atob(base64), character => character.charCodeAt(0));
const same = (a, b) => a.length === b.length && a.every((byte, place) => byte === b[place]);

const join = (...parts) => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
};

const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** RFC 6962 section 2.1: the hash of a leaf. */
const leafHash = entry => sha256(join(Uint8Array.of(0), entry));
const nodeHash = (left, right) => sha256(join(Uint8Array.of(1), left, right));

/** RFC 9162 section 2.1.3.2: the root to which a path leads, or null when the path is none of this place and size. */
async function rootOf(leaf, index, size, path) {
  if (index < 0n || index >= size) {
    return null;
  }
  let [fn, sn, hash] = [index, size - 1n, leaf];
  for (const sibling of path) {
    if (sn === 0n) {
      return null;
    }
    if ((fn & 1n) === 1n || fn === sn) {
      hash = await nodeHash(sibling, hash);
      while ((fn & 1n) === 0n && fn !== 0n) {
        [fn, sn] = [fn >> 1n, sn >> 1n];
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n ? hash : null;
}

/** C2SP signed-note and tlog-checkpoint: origin, size, root, and the lines of the signatures. */
function readCheckpoint(note) {
  const end = note.indexOf('\n\n');
  const lines = note.slice(0, end + 1).split('\n');
  if (end < 0 || lines.length < 4 || !/^(0|[1-9][0-9]{0,15})$/.test(lines[1])) {
    throw new Error('The checkpoint is not a signed note of C2SP tlog-checkpoint.');
  }
  const signatures = note.slice(end + 2).split('\n').filter(line => line.startsWith('\u2014 ')).map(line => {
    const [, name, value] = line.split(' ');
    const bytes = bytesOf(value);
    return {name, id: hex(bytes.slice(0, 4)), signature: bytes.slice(4)};
  });
  return {signed: text.encode(note.slice(0, end + 1)), origin: lines[0], size: BigInt(lines[1]),
    root: bytesOf(lines[2]), signatures};
}

/** A verifier key of C2SP signed-note: name+id+base64(algorithm, public key). */
async function readKey(line) {
  const [name, id, ...rest] = line.trim().split('+');
  const key = bytesOf(rest.join('+'));
  const named = hex((await sha256(join(text.encode(name + '\n'), key))).slice(0, 4));
  if (key[0] !== 1 || key.length !== 33 || named !== id) {
    throw new Error('The public key is not an Ed25519 key of C2SP signed-note, or its id is not its own.');
  }
  return {name, id, bytes: key.slice(1)};
}

/** true, false, or null when this browser knows no Ed25519. */
async function signedBy(key, checkpoint) {
  let imported;
  try {
    imported = await crypto.subtle.importKey('raw', key.bytes, {name: 'Ed25519'}, false, ['verify']);
  } catch (unknown) {
    return null;
  }
  for (const line of checkpoint.signatures) {
    if (line.name === key.name && line.id === key.id
        && await crypto.subtle.verify('Ed25519', imported, line.signature, checkpoint.signed)) {
      return true;
    }
  }
  return false;
}

/**
 * @returns {Promise<{answer: 'yes'|'no'|'unsigned', steps: {said: string, value?: string, right: boolean|null}[]}>}
 */
export async function verify({entry, index, path, checkpoint: note, key: keyLine}) {
  const steps = [];
  const step = (said, right, value) => steps.push({said, right, value});
  try {
    const checkpoint = readCheckpoint(note);
    const leaf = await leafHash(entry);
    step('Leaf hash, SHA-256 of a zero byte and the bytes of the entry', null, hex(leaf));
    const root = await rootOf(leaf, BigInt(index), checkpoint.size, path.map(bytesOf));
    step(`Root that these bytes lead to as entry ${index} of ${checkpoint.size}, over ${path.length} hashes`, null,
      root === null ? 'none: the path does not belong to this entry and checkpoint' : hex(root));
    const included = root !== null && same(root, checkpoint.root);
    step('Root in the checkpoint ' + (included ? 'is the same' : 'is another'), included, hex(checkpoint.root));
    const key = await readKey(keyLine);
    const signed = key.name === checkpoint.origin ? await signedBy(key, checkpoint) : false;
    step(signed === null
      ? 'This browser knows no Ed25519, so the signature of the checkpoint was not checked'
      : `Signature of ${checkpoint.origin} over the checkpoint ${signed ? 'is right' : 'is wrong'}`, signed, key.id);
    return {answer: !included || signed === false ? 'no' : signed === null ? 'unsigned' : 'yes', steps};
  } catch (unreadable) {
    step(unreadable.message, false);
    return {answer: 'no', steps};
  }
}
