package fr.brume.agent.screen;

/** Something to show. Immutable, so that the same view always gives the same lines. */
@FunctionalInterface
public interface View {
    void draw(Page page, Texts texts);
}
