using System.Text;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Tests.Yaml;

public sealed class HostileYaml
{
    [Fact]
    public void A_file_of_100_megabytes_is_read_up_to_the_limit_only()
    {
        var endless = new EndlessStream(100L << 20);

        var file = YamlReader.Read("f.yaml", endless, YamlLimits.Repository);

        Assert.Equal(["RAI9001 1:1-1:1 The file is larger than 4096 KiB; nothing in it is assessed"], Read.Lines(file.Findings));
        Assert.False(file.IsComplete);
        Assert.Empty(file.Documents);
        Assert.InRange(endless.Given, 1, YamlLimits.Repository.Bytes + 1);
    }

    [Fact]
    public void A_billion_laughs_stop_at_the_node_limit()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        var file = Read.Yaml(text.ToString());

        var finding = Assert.Single(file.Findings);
        Assert.Equal("RAI9001", finding.Rule);
        Assert.StartsWith("The file holds more than 200000 values, repetitions included. The file is not assessed from line ", finding.Message, StringComparison.Ordinal);
        Assert.False(file.IsComplete);
        Assert.Equal("a0", ((YamlMapping)file.Documents[0]).Entries[0].Key.Text);
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "x")]
    public void Deep_nesting_stops_at_the_depth_limit(string open, string end)
    {
        var file = Read.Yaml(string.Concat(Enumerable.Repeat(open, 50_000)) + end);

        var finding = Assert.Single(file.Findings);
        Assert.Equal("More than 64 lists and maps inside one another. The file is not assessed from line 1 on", finding.Message);
        Assert.True(file.Documents[0].IsCut);
    }

    [Fact]
    public void Aliases_cannot_hide_depth()
    {
        var text = new StringBuilder("a0: &a0 [[[[[[[[x]]]]]]]]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [[[[[[[[*a{i - 1}]]]]]]]]\n");
        }

        var file = Read.Yaml(text.ToString());

        Assert.StartsWith("More than 64 lists and maps inside one another", Assert.Single(file.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_values_stop_at_the_node_limit()
    {
        var file = Read.Yaml("a:\n" + string.Concat(Enumerable.Repeat("- x\n", 300_000)));

        Assert.StartsWith("The file holds more than 200000 values", Assert.Single(file.Findings).Message, StringComparison.Ordinal);
        Assert.InRange(((YamlSequence)((YamlMapping)file.Documents[0]).Entries[0].Value).Items.Count, 199_000, 200_000);
    }

    [Fact]
    public void An_endless_text_is_cut()
    {
        var file = Read.Yaml("a: " + new string('x', 70_000) + "\nb: 1\n");

        Assert.Equal(["RAI9001 1:4-1:70004 This text is longer than 65536 characters; the rest of it is not read"], Read.Lines(file.Findings));
        Assert.Equal("b", ((YamlMapping)file.Documents[0]).Entries[1].Key.Text);
    }

    [Fact]
    public void A_file_with_many_mistakes_says_so_instead_of_listing_them()
    {
        var file = Read.Yaml(string.Concat(Enumerable.Repeat("a: 1\n", 5_000)));

        Assert.Equal(101, file.Findings.Count);
        Assert.Equal("This file has more than 100 findings; the others are not shown", file.Findings[^1].Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "RAI9001 1:1-1:1 The file is saved as UTF-16; nothing in it is assessed. Save it as UTF-8")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 }, "RAI9001 1:1-1:1 The file is saved as UTF-16; nothing in it is assessed. Save it as UTF-8")]
    [InlineData(new byte[] { 0x61, 0x3A, 0x20, 0x31, 0x0A, 0x62, 0x3A, 0x20, 0xC3, 0x28 }, "RAI9001 2:4-2:5 Here stands something that is no UTF-8 text; the file is not assessed from line 2 on")]
    [InlineData(new byte[] { 0x61, 0x3A, 0x20, 0x31, 0x0A, 0x00, 0x01 }, "RAI9001 2:1-2:2 Here stands the control character U+0000; the file is not assessed from line 2 on")]
    public void Bytes_that_are_no_UTF8_text_are_shown_at_their_place(byte[] bytes, string expected)
    {
        var file = Read.Yaml(bytes);

        Assert.Equal([expected], Read.Lines(file.Findings));
        Assert.False(file.IsComplete);
    }

    [Fact]
    public void What_stands_before_the_first_bad_byte_is_kept()
    {
        var file = Read.Yaml([0x61, 0x3A, 0x20, 0x31, 0x0A, 0x62, 0x3A, 0x20, 0xC3, 0x28]);

        Assert.Equal("1", ((YamlScalar)((YamlMapping)file.Documents[0]).Entries[0].Value).Text);
    }

    [Fact]
    public void A_stream_that_fails_is_a_finding()
    {
        var file = YamlReader.Read("f.yaml", new EndlessStream(10, fails: true), YamlLimits.Repository);

        Assert.Equal(["RAI9001 1:1-1:1 The file cannot be read from disk; nothing in it is assessed"], Read.Lines(file.Findings));
    }

    /// <summary>Gives `- x` lines without holding them.</summary>
    private sealed class EndlessStream(long length, bool fails = false) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (fails)
            {
                throw new IOException("the disk is gone");
            }

            var give = (int)Math.Min(count, length - Given);
            for (var i = 0; i < give; i++)
            {
                buffer[offset + i] = (byte)"- x\n"[(int)((Given + i) % 4)];
            }

            Given += give;
            return give;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
