package fr.brume.protocol.agent;

import java.util.List;

/** {@code POST /agent/v1/user/images}: the images that can be deployed now, by name. */
public record ImageList(List<ImageChoice> images) {}
