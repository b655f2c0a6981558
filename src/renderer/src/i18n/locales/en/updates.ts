/** New versions of the app. */
export const updates = {
  title: 'This version',
  installed: 'Version {{version}} is installed.',
  cameFrom: 'Before it, version {{version}} ran on this computer.',
  updated: {
    title: 'This is version {{version}} now. Before, it was {{before}}.',
    text: 'If something is wrong with it, the way back to the version before is in the settings.',
    read: 'All right',
    settings: 'Show the way back',
  },
  notHere: 'Updates are looked after at the computer that keeps the data.',
  noKey: 'This build has no key to check updates with',
  noKeyText:
    'So it looks for none, and none can be switched on. Install a newer version by hand, after a backup: the new installer over the old one.',
  from: {
    title: 'Where new versions come from',
    text: 'The app asks nobody while this is off. Whatever is chosen, an update is only taken if its signature is right.',
    label: 'Updates come from',
    off: 'Nowhere',
    offText: 'The app looks for no updates.',
    folder: 'A folder or USB stick',
    folderText:
      'Whoever looks after the clinic’s computers puts new versions there. Nothing is written to it.',
    server: 'A server',
    serverText: 'One of the clinic’s choosing. Nothing about the clinic is sent to it.',
    path: 'Folder',
    choose: 'Choose…',
    noFolder: 'No folder has been chosen yet.',
    address: 'Address',
    pathProblem: 'Please give the whole path of the folder, such as /media/stick/updates or D:\\updates',
    addressProblem:
      'An address begins with http:// or https://, such as https://updates.example.org/opd-tokens/',
    night: 'Look and fetch at night',
    nightText:
      'Once a night, between 22:00 and 05:00, with nobody waiting. It is only fetched and checked: installing is always somebody’s own decision.',
  },
  look: {
    title: 'New versions',
    now: 'Look now',
    fetch: 'Fetch version {{version}}',
    stop: 'Stop',
    looking: 'Looking…',
    fetching: 'Fetching: {{percent}} %',
    none: 'There is no newer version there.',
    lookedAt: 'Looked at {{time}}.',
    offered: 'Version {{version}} is there ({{size}}).',
    notes: 'What is new',
    ready: 'Version {{version}} has been fetched, and its signature is right.',
    readyText: 'It stays on this computer until somebody installs it. Nothing changes before that.',
    install: 'Install version {{version}}',
  },
  problem: {
    gone: 'The folder is not there. Is the stick plugged in?',
    no_answer: 'It does not answer. Nothing was changed.',
    nothing_there: 'There is no update in that place, or a part of it is missing.',
    not_signed:
      'What lies there has no right signature: it is not from whoever makes the app. Nothing of it was kept.',
    unreadable: 'The update is signed, but this version cannot read what it says.',
    not_for_here: 'There is a newer version, but none for this kind of computer.',
    changed:
      'A file is not the one that was signed: damaged, or changed by somebody. Nothing of it was kept.',
    elsewhere: 'The server sends on to another address. Please enter that address yourself if it is right.',
    no_room: 'There is no room on this computer’s disk for the installer.',
    denied: 'The installer could not be kept on this computer.',
  },
  sure: {
    title: 'Install version {{version}}?',
    text: 'First a backup is made. Then the installer opens and the app ends: kiosk, board and other devices stop until it is there again. It asks for an administrator of this computer.',
    textCommand:
      'First a backup is made. Then the app shows the command with which an administrator of this computer installs it.',
    textBefore:
      'First a backup is made. If version {{installed}} has changed the data, the older version opens them only as the copy from before the update: what was entered since then is missing from it.',
    yes: 'Make a backup and go on',
    no: 'Not now',
  },
  command: {
    title: 'For an administrator of this computer',
    text: 'A backup has been made. Whoever may install programs here types this into a terminal, at a time when nobody is served. Then quit the app and start it again.',
    label: 'Command',
    close: 'Close',
  },
  begun: 'The installer of version {{version}} opens. The app ends now.',
  back: {
    title: 'One step back',
    text: 'If something is wrong with this version, the one before can be installed over it. Where the data were changed by the update, that version refuses them and shows the copies: “Before an update” is the right one. What was entered since the update is then missing; it stays beside the data.',
    none: 'The installer of the version before is not kept on this computer. Keep the one you installed from: the app keeps only those it fetched itself.',
    install: 'Go back to version {{version}}',
  },
} as const;
