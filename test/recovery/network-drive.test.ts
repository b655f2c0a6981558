import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DriveFacts, networkDriveOf, refuseNetworkDrive } from '../../src/main/network-drive';
import { DataProblemError } from '../../src/main/store/sqlite/data-problem';
import { temporaryFolder } from '../helpers/clinic';

/** As a clinic's PC told it, with a share, a home on a server, one mounted over ssh, and a stick. */
const recorded = String.raw`sysfs /sys sysfs rw,nosuid,nodev,noexec,relatime 0 0
proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0
/dev/nvme0n1p2 / ext4 rw,relatime,errors=remount-ro 0 0
tmpfs /run tmpfs rw,nosuid,nodev,noexec,relatime,size=1602292k,mode=755,inode64 0 0
/dev/nvme0n1p1 /boot/efi vfat rw,relatime,fmask=0077,dmask=0077,codepage=437,iocharset=ascii,shortname=mixed,utf8,errors=remount-ro 0 0
server.clinic.lan:/export/home /home/reception nfs4 rw,relatime,vers=4.2,rsize=1048576,wsize=1048576,namlen=255,hard,proto=tcp,timeo=600,retrans=2,sec=sys,clientaddr=192.168.1.20,local_lock=none,addr=192.168.1.2 0 0
/dev/nvme0n1p3 /home/reception/.config/local ext4 rw,relatime 0 0
//nas/OPD\040Tokens /mnt/OPD\040Tokens cifs rw,relatime,vers=3.1.1,cache=strict,username=opd,uid=1000,forceuid,gid=1000,forcegid,addr=192.168.1.3,file_mode=0755,dir_mode=0755,soft,nounix,serverino,mapposix,rsize=4194304,wsize=4194304,bsize=1048576,echo_interval=60,actimeo=1 0 0
opd@far.example:/srv /home/asha/far fuse.sshfs rw,nosuid,nodev,relatime,user_id=1000,group_id=1000 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw,nosuid,nodev,relatime,user_id=1000,group_id=1000 0 0
/dev/sdb1 /media/asha/STICK vfat rw,nosuid,nodev,relatime,uid=1000,gid=1000 0 0
`;

const linux = (links: Readonly<Record<string, string>> = {}): DriveFacts => ({
  platform: 'linux',
  mounts: () => recorded,
  realPath: (path) => links[path] ?? path,
});

describe('Linux', () => {
  test.each([
    ['/home/asha/.config/OPD Tokens', null],
    ['/media/asha/STICK/data', null],
    // A disk of its own within the server's.
    ['/home/reception/.config/local/OPD Tokens', null],
    ['/home/reception2/data', null],
    ['/home/reception/.config/OPD Tokens', 'nfs4'],
    ['/home/reception', 'nfs4'],
    ['/mnt/OPD Tokens/data', 'cifs, //nas/OPD Tokens'],
    ['/home/asha/far/data', 'fuse.sshfs'],
    ['/run/user/1000/gvfs/smb-share:server=nas', 'fuse.gvfsd-fuse'],
  ])('%s: %s', (folder, expected) => {
    const found = networkDriveOf(folder, linux());
    if (expected === null) expect(found).toBeNull();
    else expect(found).toContain(expected);
  });

  test('a link leads there, also to a folder that is not there yet', () => {
    const facts: DriveFacts = {
      ...linux(),
      realPath(path) {
        if (path === '/srv/opd') return '/mnt/OPD Tokens';
        throw new Error('ENOENT');
      },
    };
    expect(networkDriveOf('/srv/opd/clinic/data', facts)).toContain('cifs');
    expect(networkDriveOf('/srv/other', facts)).toBeNull();
  });
});

describe('Windows', () => {
  const facts: DriveFacts = {
    platform: 'win32',
    mounts: () => '',
    realPath: (path) => path.replace(/^Z:/, String.raw`\\server\clinic`),
  };
  test.each([
    [String.raw`C:\Users\asha\AppData\Roaming\OPD Tokens`, false],
    [String.raw`\\?\C:\Users\asha\AppData`, false],
    [String.raw`\\server\profiles\asha\AppData\Roaming\OPD Tokens`, true],
    ['//server/share/OPD Tokens', true],
    [String.raw`\\?\UNC\server\share`, true],
    // A mapped drive.
    [String.raw`Z:\OPD Tokens`, true],
  ])('%s: %s', (folder, isFar) => expect(networkDriveOf(folder, facts) !== null).toBe(isFar));
});

test('data there are refused with a sentence that says what to do; here they are not', () => {
  const database = '/mnt/OPD Tokens/data/opd-tokens.db';
  const refused = (): void => refuseNetworkDrive(database, linux());
  expect(refused).toThrow(DataProblemError);
  expect(refused).toThrow(/network drive.*own disk.*cifs/);
  refuseNetworkDrive(join(temporaryFolder(), 'opd-tokens.db'));
});
