/**
 * The image folder: manifest, partclone v2 streams cut into zstd frames that can be read alone, and the index of their
 * hashes. Written by the server from what an agent sends, read by both. Uses java and zstd-jni.
 */
package fr.brume.protocol.image;
