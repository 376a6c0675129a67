/** Codes read by the camera, on the page of a stocktaking. */

/** What browsers that read codes offer; TypeScript does not know it yet. */
interface CodeReader { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type CodeReaders = new (options?: { formats: string[] }) => CodeReader;
/** Codes that stand on packages. */
const CODES = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'itf', 'qr_code'];
/** Remembers in this tab that the camera was on: each code that is counted loads the page anew. */
const CAMERA = 'camera';

/** Where the browser reads codes, the camera is offered; a code that it sees is counted. */
export function offerCamera(part: HTMLElement): void {
  const readers = (window as { BarcodeDetector?: CodeReaders }).BarcodeDetector;
  const form = part.closest('form');
  const field = form?.querySelector<HTMLInputElement>('[data-code]');
  const video = part.querySelector('video');
  const button = part.querySelector('button');
  if (!readers || !('mediaDevices' in navigator) || !form || !field || !video || !button) return;
  part.hidden = false;
  let stream: MediaStream | undefined;
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.hidden = true;
    button.setAttribute('aria-pressed', 'false');
  };
  const look = async (reader: CodeReader): Promise<void> => {
    while (stream) {
      const [code] = await reader.detect(video).catch(() => []);
      if (code && stream) {
        field.value = code.rawValue;
        stop();
        form.requestSubmit();
        return;
      }
      await new Promise((goOn) => { setTimeout(goOn, 150); });
    }
  };
  const start = async (): Promise<void> => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    video.srcObject = stream;
    video.hidden = false;
    button.setAttribute('aria-pressed', 'true');
    await video.play();
    await look(new readers({ formats: CODES }));
  };
  const begin = () => {
    start().catch(() => {
      stop();
      sessionStorage.removeItem(CAMERA);
    });
  };
  button.addEventListener('click', () => {
    if (stream) {
      sessionStorage.removeItem(CAMERA);
      stop();
      return;
    }
    sessionStorage.setItem(CAMERA, 'on');
    begin();
  });
  if (sessionStorage.getItem(CAMERA)) begin();
}
