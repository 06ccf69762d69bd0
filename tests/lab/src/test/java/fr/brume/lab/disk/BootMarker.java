package fr.brume.lab.disk;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Boot code of a master boot record whose whole system is to print a line: a disk that prints it has booted. Machine
 * code of the 8086: points SI at the text, prints each character by the firmware's teletype call, halts.
 */
public final class BootMarker {
    /** What the boot code prints. */
    public static final String TEXT = "BRUME-LAB-SYSTEM-STARTED";

    private static final String PROGRAM = "31c0" // xor ax, ax
            + "8ed8" // mov ds, ax
            + "be1a7c" // mov si, 0x7c1a: the text behind the program
            + "fc" // cld
            + "ac" // next: lodsb
            + "84c0" // test al, al
            + "7409" // jz halt
            + "b40e" // mov ah, 0x0e: teletype
            + "bb0700" // mov bx, 7
            + "cd10" // int 0x10
            + "ebf2" // jmp next
            + "fb" // halt: sti, for the BIOS brings the last sign onto the serial line at a tick of its clock
            + "f4" // hlt
            + "ebfc"; // jmp halt

    private BootMarker() {}

    /** {@return the boot code, to be written at the first byte of a disk; shorter than 440 bytes} */
    static byte[] code() {
        byte[] program = HexFormat.of().parseHex(PROGRAM);
        byte[] text = ("\r\n" + TEXT + "\r\n\0").getBytes(StandardCharsets.US_ASCII);
        byte[] code = new byte[program.length + text.length];
        System.arraycopy(program, 0, code, 0, program.length);
        System.arraycopy(text, 0, code, program.length, text.length);
        return code;
    }
}
