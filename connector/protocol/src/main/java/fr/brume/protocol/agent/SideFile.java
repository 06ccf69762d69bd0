package fr.brume.protocol.agent;

/** A small file of an image folder: {@code d1.partitions}, {@code d1.mbr}, ...; content in base64, 1 MiB decoded at most. */
public record SideFile(String name, String content) {}
