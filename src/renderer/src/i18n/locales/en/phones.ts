/** The settings of the pages on patients' own phones. */
export const phones = {
  title: 'The token on the patient’s phone',
  text: 'The code on the slip then opens a page that shows the number, how many are ahead and when they are called: in the clinic’s own network, without the internet, and without any name.',
  on: 'Show patients their token on their own phone',
  onText: 'Slips printed from then on have the code. Slips from before keep working at the desk.',
  port: 'Port',
  portProblem: 'A number from 1024 to 65535.',
  address: 'Printed address',
  addressText:
    'A name or number for this PC that phones find. Empty: this PC’s number in the network; give it a fixed one in the router, or printed codes stop working when it changes. Names ending in .local are found by iPhones and by Android from version 12.',
  addressProblem: 'Only a name or a number, without http:// and without a port.',
  running: 'The pages are on. Slips say:',
  try: 'Look at it: open this address on a phone in the patients’ Wi-Fi.',
  qr: 'Code of {{address}}',
  nowhere: 'The pages are on, but this PC is in no network: slips stay as they were.',
  failed: 'The pages did not start',
  problem: {
    port_taken: 'Another program, or the server for devices, uses port {{port}}. Choose another one.',
    certificate: 'Please try again.',
    other: 'Please turn it off and on again; the log says why.',
  },
  network: 'What the network needs',
  networkText:
    'Let phones reach this port of this PC, and nothing else: in the PC’s firewall, and from the guest Wi-Fi if patients have one. Many guest networks keep devices apart; this PC and this port need an exception there.',
};
