package fr.brume.domain.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineUuidTest {
    private static final MachineUuid UUID = new MachineUuid("4c4c4544-0042-3510-8054-b4c04f4d3732");

    @Test
    void readsEitherCase() {
        assertThat(MachineUuid.parse(" 4C4C4544-0042-3510-8054-B4C04F4D3732")).hasValue(UUID);
        assertThat(MachineUuid.parse("4c4c45440042351080 54b4c04f4d3732")).isEmpty();
        assertThat(MachineUuid.parse(null)).isEmpty();
    }

    @Test
    void takesTheSwappedSpellingForTheSameMachine() {
        assertThat(UUID.sameAs(UUID)).isTrue();
        assertThat(UUID.sameAs(new MachineUuid("44454c4c-4200-1035-8054-b4c04f4d3732")))
                .isTrue();
        assertThat(UUID.sameAs(new MachineUuid("44454c4c-0042-3510-8054-b4c04f4d3732")))
                .isFalse();
        assertThat(UUID.sameAs(new MachineUuid("4c4c4544-0042-3510-8054-b4c04f4d3733")))
                .isFalse();
    }

    @Test
    void aUuidThatTellsNothingContradictsNone() {
        assertThat(MachineUuid.differ(UUID.text(), "4c4c4544-0042-3510-8054-b4c04f4d3733"))
                .isTrue();
        assertThat(MachineUuid.differ(UUID.text(), "44454C4C-4200-1035-8054-B4C04F4D3732"))
                .isFalse();
        assertThat(MachineUuid.differ(UUID.text(), "")).isFalse();
        assertThat(MachineUuid.differ("03000200-0400-0500-0006-000700080009", UUID.text()))
                .isFalse();
    }
}
