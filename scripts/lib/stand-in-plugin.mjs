const RVA = 0x1000;
const RAW = 0x200;

/**
 * A library of Windows that has these functions by name and no code at all: enough for makensis to compile a script that calls
 * them. https://learn.microsoft.com/en-us/windows/win32/debug/pe-format
 * @param {string} name
 * @param {readonly string[]} functions
 */
export function standInPlugin(name, functions) {
  const exported = exportSection(name, [...functions].sort());
  const size = Math.ceil(exported.length / RAW) * RAW;
  const file = Buffer.alloc(RAW + size);
  file.write('MZ', 0, 'latin1');
  file.writeUInt32LE(0x40, 0x3c);
  file.write('PE\0\0', 0x40, 'latin1');
  const header = 0x44;
  file.writeUInt16LE(0x14c, header);
  file.writeUInt16LE(1, header + 2);
  file.writeUInt16LE(224, header + 16);
  file.writeUInt16LE(0x2102, header + 18);
  const optional = header + 20;
  file.writeUInt16LE(0x10b, optional);
  file.writeUInt32LE(0x10000000, optional + 28);
  file.writeUInt32LE(RVA, optional + 32);
  file.writeUInt32LE(RAW, optional + 36);
  file.writeUInt32LE(RVA * 2, optional + 56);
  file.writeUInt32LE(RAW, optional + 60);
  file.writeUInt32LE(16, optional + 92);
  file.writeUInt32LE(RVA, optional + 96);
  file.writeUInt32LE(exported.length, optional + 100);
  const section = optional + 224;
  file.write('.edata', section, 'latin1');
  file.writeUInt32LE(exported.length, section + 8);
  file.writeUInt32LE(RVA, section + 12);
  file.writeUInt32LE(size, section + 16);
  file.writeUInt32LE(RAW, section + 20);
  file.writeUInt32LE(0x40000040, section + 36);
  exported.copy(file, RAW);
  return file;
}

/** @param {string} name @param {readonly string[]} functions sorted */
function exportSection(name, functions) {
  const count = functions.length;
  const addresses = 40;
  const names = addresses + count * 4;
  const ordinals = names + count * 4;
  const texts = ordinals + count * 2;
  const words = [`${name}.dll`, ...functions].map((word) => Buffer.from(`${word}\0`, 'latin1'));
  const table = Buffer.alloc(texts);
  let at = RVA + texts;
  words.forEach((word, index) => {
    if (index === 0) table.writeUInt32LE(at, 12);
    else {
      table.writeUInt32LE(RVA, addresses + (index - 1) * 4);
      table.writeUInt32LE(at, names + (index - 1) * 4);
      table.writeUInt16LE(index - 1, ordinals + (index - 1) * 2);
    }
    at += word.length;
  });
  table.writeUInt32LE(1, 16);
  table.writeUInt32LE(count, 20);
  table.writeUInt32LE(count, 24);
  table.writeUInt32LE(RVA + addresses, 28);
  table.writeUInt32LE(RVA + names, 32);
  table.writeUInt32LE(RVA + ordinals, 36);
  return Buffer.concat([table, ...words]);
}
