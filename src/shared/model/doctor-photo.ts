import { z } from 'zod';

export const photoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** As it is kept: a screen makes a photo smaller before it sends it. */
export const MOST_OF_A_PHOTO = 1_000_000;

export const doctorPhotoSchema = z.object({
  type: z.enum(photoTypes),
  /** The file, base64. */
  data: z.string(),
});
export type DoctorPhoto = z.infer<typeof doctorPhotoSchema>;
