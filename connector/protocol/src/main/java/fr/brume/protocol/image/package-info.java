/**
 * The image folder: manifest, partclone v2 streams cut into zstd frames that can be read alone, and the index of their hashes.
 * {@code dNpM.img} holds the head frames (header, bitmap, CRC), then one frame per region with used blocks, each padded to
 * 4 KiB by a skippable frame, then a seek table; {@code dNpM.chunks} is the index ({@link
 * fr.brume.protocol.image.IndexHeader}). Written by the server from what an agent sends, read by both. Uses java, zstd-jni and
 * the package fault; opens files only, in the folder it is given.
 */
package fr.brume.protocol.image;
